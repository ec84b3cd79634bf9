import { JsonValue } from '../assignment/json-value.js';
import { RuleError } from '../rule-error.js';
import { drawAttempt } from './draw-panel.js';
import type { DrawCarryOver, DrawRecord } from './draw-record.js';
import { type Difference, firstDifference } from './first-difference.js';
import { freezeList } from './freeze-list.js';
import { FIRST_ALGORITHM, parseExpert, parseTerms, parseTimes } from './parse-pool.js';

export type DrawVerification =
  | {
      readonly ok: true;
      /** To be compared with the signed paper: only that binds times, people and number of the draw. */
      readonly recordHash: string;
    }
  | ({ readonly ok: false } & Difference)
  | {
      readonly ok: false;
      /** The rule that the record breaks before it can be replayed; a locale key. */
      readonly code: string;
      readonly variables: RuleError['variables'];
    };

/**
 * Step 9: replays the draw from the record alone (parsed JSON) and compares everything. Seed, witness
 * text, terms, candidates and carry-over are taken from the record; list hash, commitment, order,
 * skips, seats and alternates must follow from them.
 */
export function verifyDrawRecord(record: unknown): DrawVerification {
  try {
    const replayed = replay(record);
    const found = firstDifference(record, replayed);
    return found ? { ok: false, ...found } : { ok: true, recordHash: replayed.recordHash };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ok: false, code: error.code, variables: error.variables };
  }
}

function replay(record: unknown): DrawRecord {
  const json = new JsonValue(record, '');
  const experts = json.field('candidates').list(parseExpert);
  const list = freezeList(experts, parseTerms(json.field('terms'), experts, FIRST_ALGORITHM));
  const meeting = {
    times: parseTimes(json),
    present: json.field('present').texts(),
    commitment: json.field('commitment').text(),
    witness: json.field('witness').text(),
    seed: json.field('seed').text(),
  };
  const carryOver: DrawCarryOver = {
    seated: json
      .field('carryOver')
      .field('seated')
      .list((item) => ({ seat: item.field('seat').number(), expert: item.field('expert').text() })),
    departed: json.field('carryOver').field('departed').texts(),
  };
  return drawAttempt(list, meeting, json.field('attempt').number(), carryOver);
}
