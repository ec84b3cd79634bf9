import { Injectable } from '@nestjs/common';
import { agrees } from '../../journal/agrees.js';
import {
  type StateDifference,
  type TellingEntry,
  differingRows,
} from '../../journal/state-witness.js';
import { Witness } from '../../journal/witness.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly scores: string;
  readonly comments: string;
  readonly total: number | null;
  readonly dissent: string | null;
  readonly chainHead: string | null;
}

const SIGN = 'scoreSheet.sign';
/** From paper: two keyed it alike, or a third read what they had keyed differently. */
const KEY = 'scoreSheet.key';
const SETTLE = 'scoreSheet.settle';
const CLOSED: readonly string[] = [SIGN, KEY, SETTLE];
const VOID = 'scoreSheet.void';
/** Nobody scores who did not come, and everybody does once that turns out wrong. */
const ABSENT = 'scoreSheet.absent';
const READMIT = 'scoreSheet.readmit';
/** One entry names all sheets of a round that fall with the programme. */
const ENDED = 'round.endWithProgramme';

/** A signed sheet is what its judge signed, a voided one was voided in the journal, none is gone. */
@Injectable()
export class SheetWitness extends Witness {
  readonly events = [...CLOSED, VOID, ABSENT, READMIT, ENDED];

  async differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]> {
    const rows = await this.database.rows<Row>(
      'SELECT id, state, scores, comments, total, dissent, chain_head FROM score_sheet',
    );
    const ended = new Set([...entries.values()].flat().flatMap(endedSheets));
    return differingRows(
      { table: 'score_sheet', rows, events: [...CLOSED, VOID, ABSENT, READMIT] },
      entries,
      (row, told) => isTold(row, told, ended.has(row.id)),
    );
  }
}

function endedSheets({ event, details }: TellingEntry): string[] {
  return event === ENDED ? (details.voided as string[]) : [];
}

function isTold(row: Row, told: readonly TellingEntry[], ended: boolean): boolean {
  const again = told.slice(told.findLastIndex(({ event }) => event === READMIT) + 1);
  const signed = again.findLast(({ event }) => CLOSED.includes(event));
  const closed = again.some(({ event }) => event === ABSENT);
  const fallen = ended || closed || told.some(({ event }) => event === VOID);
  if (sheetIn.voided.has(row.state) !== fallen) return false;
  if (!fallen && sheetIn.signed.has(row.state) !== (signed !== undefined)) return false;
  if (!signed) return true;
  const { scores, total, dissent } = row;
  const facts = {
    scores: JSON.parse(scores) as unknown,
    total,
    comments: hashOf(JSON.parse(row.comments)),
    dissent: dissent === null || dissent === '' ? null : hashOf(dissent),
  };
  return (row.chainHead ?? signed.hash) === signed.hash && agrees(signed.details, facts);
}
