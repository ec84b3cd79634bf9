import type { HallReading } from '../hall/hall-reading.js';
import type { CategoryRules } from '../scoring/rule-set.js';

/** What the office notes of one merchant's defence: the time over, and whether a statement contradicts the file. */
export interface DefenceRecord {
  readonly attended: boolean;
  /** Null for who did not come. */
  readonly overtimeSeconds: number | null;
  readonly contradiction: boolean;
  readonly remark: string | null;
}

export interface RecordProblem {
  readonly key: string;
  readonly variables: Readonly<Record<string, number>>;
  readonly field: 'overtimeSeconds' | 'remark';
}

/** A ground shorter than this says nothing that can be looked up in the file. */
const REMARK_LEAST = 10;

/** The item that a contradiction ticks, where a category deducts for time and truth; null where none does. */
export function contradictionItemOf({ rubric }: Pick<CategoryRules, 'rubric'>): string | null {
  const penalties = rubric
    .flatMap(({ indicators }) => indicators)
    .map(({ scoring }) => scoring)
    .find((scoring) => scoring.kind === 'penalties');
  return penalties ? penalties.contradictionItem : null;
}

/**
 * Somebody who spoke has a time; whoever loses points for more than time is told why. Whoever notes
 * something else than the hall itself says why.
 * @param hall null where the hall says nothing
 */
export function recordProblem(
  record: DefenceRecord,
  hall: HallReading | null = null,
): RecordProblem | null {
  const { attended, overtimeSeconds, contradiction, remark } = record;
  if (attended && overtimeSeconds === null) {
    return { key: 'forms.required', variables: {}, field: 'overtimeSeconds' };
  }
  if (!attended && (overtimeSeconds !== null || contradiction)) {
    return { key: 'judging.defence.absentOnly', variables: {}, field: 'overtimeSeconds' };
  }
  const length = Array.from(remark ?? '').length;
  if ((contradiction || !attended) && length < REMARK_LEAST) {
    const variables = { min: REMARK_LEAST };
    return { key: 'judging.defence.remarkMissing', variables, field: 'remark' };
  }
  if (hall && deviates(record, hall) && length < REMARK_LEAST) {
    const variables = { min: REMARK_LEAST };
    return { key: 'judging.defence.clockReason', variables, field: 'remark' };
  }
  return null;
}

function deviates(record: DefenceRecord, hall: HallReading): boolean {
  return (
    record.attended !== hall.attended ||
    (record.attended && record.overtimeSeconds !== hall.overtimeSeconds)
  );
}

/** Two people agree when what counts is the same; the words for it are the first person's. */
export function agreeing(one: DefenceRecord, other: DefenceRecord): boolean {
  return (
    one.attended === other.attended &&
    one.overtimeSeconds === other.overtimeSeconds &&
    one.contradiction === other.contradiction
  );
}
