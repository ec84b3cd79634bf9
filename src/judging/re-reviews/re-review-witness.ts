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
  readonly number: number;
  readonly scores: string;
  readonly comments: string;
  readonly findings: string;
  readonly total: number | null;
  readonly chainHead: string | null;
}

const APPOINT = 'reReviewSheet.appoint';
const SIGN = 'reReviewSheet.sign';
const KEY = 'reReviewSheet.key';
const VOID = 'reReviewSheet.void';
const EXCUSE = 'reReviewSheet.excuse';

/** An expert's sheet was appointed, says what was signed or keyed twice, and fell only in the journal. */
@Injectable()
export class ReReviewWitness extends Witness {
  readonly events = [APPOINT, SIGN, KEY, VOID, EXCUSE];

  async differing(
    entries: ReadonlyMap<string, readonly TellingEntry[]>,
  ): Promise<StateDifference[]> {
    const rows = await this.database.rows<Row>(
      `SELECT id, state, number, scores, comments, findings, total, chain_head FROM re_review_sheet`,
    );
    const { events } = this;
    return differingRows({ table: 're_review_sheet', rows, events }, entries, isTold);
  }
}

function isTold(row: Row, told: readonly TellingEntry[]): boolean {
  if (!told.some(({ event }) => event === APPOINT)) return false;
  const closed = told.findLast(({ event }) => event === SIGN || event === KEY);
  const fallen = told.some(({ event }) => event === VOID || event === EXCUSE);
  if (sheetIn.voided.has(row.state) !== fallen) return false;
  // What was signed and fell afterwards keeps what it said.
  if (!fallen && sheetIn.signed.has(row.state) !== (closed !== undefined)) return false;
  if (!closed) return true;
  const facts = {
    number: row.number,
    scores: JSON.parse(row.scores) as unknown,
    findings: JSON.parse(row.findings) as unknown,
    total: row.total,
    comments: hashOf(JSON.parse(row.comments)),
  };
  return row.chainHead === closed.hash && agrees(closed.details, facts);
}
