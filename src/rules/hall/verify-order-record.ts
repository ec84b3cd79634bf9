import { JsonValue } from '../assignment/json-value.js';
import { type Difference, firstDifference } from '../draw/first-difference.js';
import { RuleError } from '../rule-error.js';
import { drawOrder, freezeOrder } from './defence-order.js';

export type OrderVerification =
  | { readonly ok: true; readonly recordHash: string; readonly heard: number }
  | ({ readonly ok: false } & Difference)
  | {
      readonly ok: false;
      /** The rule that the record breaks before it can be replayed; a locale key. */
      readonly code: string;
      readonly variables: RuleError['variables'];
    };

/**
 * Draws the order again from the record alone (parsed JSON) and compares everything. Labels, times,
 * commitment, witness text and seed are taken from the record; list hash, keys, order and record hash
 * must follow from them.
 */
export function verifyOrderRecord(record: unknown): OrderVerification {
  try {
    const json = new JsonValue(record, '');
    const times = json.field('times');
    const again = drawOrder(freezeOrder(json.field('labels').texts()), {
      times: {
        committed: times.field('committed').text(),
        witnessed: times.field('witnessed').text(),
        revealed: times.field('revealed').text(),
      },
      commitment: json.field('commitment').text(),
      witness: json.field('witness').text(),
      seed: json.field('seed').text(),
    });
    const found = firstDifference(record, again);
    if (found) return { ok: false, ...found };
    return { ok: true, recordHash: again.recordHash, heard: again.order.length };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ok: false, code: error.code, variables: error.variables };
  }
}
