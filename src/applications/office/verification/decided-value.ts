import { Refusal } from '../../../rules/refusal.js';
import { RuleError } from '../../../rules/rule-error.js';
import type { FieldMeta } from '../../../web/forms/field-meta.js';
import { Unreadable } from '../../../web/forms/check-value.js';
import { parseValue } from '../../../web/forms/parse-value.js';
import type { Verdict } from '../../figure.entity.js';
import { figureKind } from '../file/figure-display.js';

export interface TypedVerdict {
  readonly key: string;
  /** Version the verifier saw; 0 for a checklist item that has no row yet. */
  readonly version: number;
  readonly verdict: string;
  readonly value: string;
  readonly reason: string;
}

export interface DecidedFigure {
  readonly key: string;
  readonly version: number;
  readonly verdict: Verdict;
  readonly verified: string | null;
  readonly reason: string | null;
}

/**
 * What a typed verdict means. An accepted claim counts as filed, a rejected one not at all; a ticked
 * item is there or not; anything else needs the corrected value and a reason.
 * @throws Refusal on the field `value.<key>` or `reason.<key>`: the first problem
 */
export function decide(typed: TypedVerdict, claimed: string | null): DecidedFigure {
  const { key, version } = typed;
  const [problem] = verdictProblems(typed, claimed);
  if (problem) throw problem;
  const reason = typed.reason.trim() || null;
  const verdict = typed.verdict as Verdict;
  return { key, version, verdict, reason, verified: verifiedValue(typed, claimed) };
}

/** Everything that is wrong with one verdict, in the order of its fields. */
export function verdictProblems(
  typed: TypedVerdict,
  claimed: string | null,
): readonly (Refusal | RuleError)[] {
  const problems: (Refusal | RuleError)[] = [];
  try {
    verifiedValue(typed, claimed);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof RuleError)) throw error;
    problems.push(error);
  }
  const reason = typed.reason.trim();
  const field = `reason.${typed.key}`;
  if (typed.verdict !== 'Accepted' && !reason) {
    problems.push(new Refusal('review.verdict.reason', {}, field));
  }
  if (reason.length > 500) problems.push(new Refusal('review.verdict.reasonLong', {}, field));
  return problems;
}

function verifiedValue({ key, verdict, value }: TypedVerdict, claimed: string | null) {
  const isTick = figureKind(key) === 'tick';
  if (verdict === 'Accepted') return isTick ? '1' : claimed;
  if (verdict === 'Rejected') return isTick ? '0' : null;
  if (verdict !== 'Reduced' || isTick) throw new Refusal('forms.choose', {}, `verdict.${key}`);
  const corrected = correctedValue(key, value, claimed);
  if (corrected === claimed) throw new Refusal('review.verdict.sameValue', {}, `value.${key}`);
  return corrected;
}

const kinds = {
  wan: 'hundredths',
  percent: 'hundredths',
  rating: 'hundredths',
  count: 'whole',
  day: 'day',
  certification: 'day',
  samplingFailure: 'day',
  choice: 'text',
  tick: 'text',
} as const;

function correctedValue(key: string, typed: string, claimed: string | null): string {
  const kind = figureKind(key);
  const field = `value.${key}`;
  const read: unknown = parseValue({ value: typed }, {
    name: 'value',
    kind: kinds[kind],
  } as FieldMeta);
  if (read instanceof Unreadable) throw new Refusal(read.code, {}, field);
  if (typeof read !== 'number' && typeof read !== 'string') {
    throw new Refusal('forms.required', {}, field);
  }
  if (typeof read === 'number' && read < 0)
    throw new Refusal('forms.numberLeast', { min: 0 }, field);
  // A certificate or a failed sampling keeps what it is; only its second date is corrected.
  if (kind === 'certification' || kind === 'samplingFailure') {
    return `${(claimed ?? '').split('|')[0]!}|${String(read)}`;
  }
  return String(read);
}
