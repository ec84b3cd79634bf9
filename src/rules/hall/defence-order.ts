import { checkTimes } from '../draw/check-times.js';
import { checkReveal, seedOf, sha256 } from '../draw/commitment.js';
import { hashOf } from '../provenance/sha256-hex.js';
import { RuleError } from '../rule-error.js';

/** Who is heard, by labels that only the office can tell apart; frozen before anybody commits to a seed. */
export interface OrderList {
  /** Sorted by code unit, each once. */
  readonly labels: readonly string[];
  /** SHA-256 of the labels as UTF-8 lines. */
  readonly hash: string;
}

export interface OrderMeeting {
  readonly times: {
    readonly committed: string;
    readonly witnessed: string;
    readonly revealed: string;
  };
  readonly commitment: string;
  /** The random text of the supervisor. */
  readonly witness: string;
  /** 64 hexadecimal digits. */
  readonly seed: string;
}

/** 答辩顺序: names nobody, so that it can be shown to anybody. From `order` on all follows from what is before. */
export interface DefenceOrderRecord extends OrderMeeting {
  readonly kind: 'defenceOrder';
  readonly labels: readonly string[];
  readonly listHash: string;
  /** The first is heard first. */
  readonly order: readonly { readonly key: string; readonly label: string }[];
  readonly recordHash: string;
}

/** @throws RuleError for fewer than one label, one that stands twice, or one that breaks the lines */
export function freezeOrder(labels: readonly string[]): OrderList {
  if (labels.length === 0) throw new RuleError('hall.order.empty');
  const sorted = labels.toSorted();
  for (const [at, label] of sorted.entries()) {
    if (!/^[0-9a-z]{1,20}$/.test(label)) throw new RuleError('hall.order.label', { label });
    if (sorted[at + 1] === label) throw new RuleError('hall.order.labelTwice', { label });
  }
  return { labels: sorted, hash: sha256(sorted.join('\n')) };
}

/**
 * The order in which a round is heard, by the keys of the witnessed draw of judges (rule book §6, step 5):
 * office and supervisor each bring half of the chance.
 * @throws RuleError for a broken commitment, an empty witness text or times out of order
 */
export function drawOrder(list: OrderList, meeting: OrderMeeting): DefenceOrderRecord {
  const { times, witness } = meeting;
  if (witness.trim() === '' || /[\r\n]/.test(witness)) throw new RuleError('draw.witnessFormat');
  checkReveal(meeting.seed, meeting.commitment);
  checkTimes({ frozen: times.committed, ...times });
  const seed = seedOf(meeting.seed);
  const order = list.labels
    .map((label) => ({ key: sha256([seed, witness, list.hash, label].join('\n')), label }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const record = {
    kind: 'defenceOrder' as const,
    labels: list.labels,
    listHash: list.hash,
    times: { committed: times.committed, witnessed: times.witnessed, revealed: times.revealed },
    commitment: meeting.commitment.toLowerCase(),
    witness,
    seed,
    order,
  };
  return { ...record, recordHash: hashOf(record) };
}
