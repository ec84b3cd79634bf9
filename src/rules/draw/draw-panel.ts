import { hashOf } from '../provenance/sha256-hex.js';
import { RuleError } from '../rule-error.js';
import { checkReveal, seedOf, sha256 } from './commitment.js';
import { checkTimes } from './check-times.js';
import type {
  DrawCandidate,
  DrawCarryOver,
  DrawRecord,
  DrawTimes,
  FrozenList,
} from './draw-record.js';
import { walkAhead } from './walk-ahead.js';
import { walkOrder } from './walk-order.js';

export interface DrawMeeting {
  readonly times: DrawTimes | null;
  readonly present: readonly string[];
  readonly commitment: string;
  /** The second random text, entered by the supervisor at the meeting. */
  readonly witness: string;
  /** 64 hexadecimal digits, revealed at the meeting. */
  readonly seed: string;
}

/**
 * The witnessed draw, steps 3–8: checks the reveal, orders the frozen list by key, walks it and
 * returns the record. Office and supervisor each bring half of the chance, so neither alone can
 * steer the order. Throws a `RuleError` for a broken commitment, an empty witness text or a list too
 * short for the panel.
 */
export function drawPanel(list: FrozenList, meeting: DrawMeeting): DrawRecord {
  return drawAttempt(list, meeting, 1, { seated: [], departed: [] });
}

/**
 * R6, when no alternate is left: draws the vacated seats and new alternates again from the same
 * frozen list under a new commitment. `seated` members keep their seats; everyone else who was drawn
 * before has departed and is not drawn again.
 */
export function redrawPanel(
  previous: DrawRecord,
  seated: DrawCarryOver['seated'],
  meeting: DrawMeeting,
): DrawRecord {
  if (meeting.commitment.toLowerCase() === previous.commitment) {
    throw new RuleError('draw.commitmentReused', { attempt: previous.attempt });
  }
  const { terms, candidates, listHash } = previous;
  const list = { terms, candidates, hash: listHash };
  return drawAttempt(list, meeting, previous.attempt + 1, carriedOver(previous, seated));
}

/** Who stays and who, drawn before, has departed when a panel is drawn again. */
export function carriedOver(previous: DrawRecord, seated: DrawCarryOver['seated']): DrawCarryOver {
  const staying = new Set(seated.map(({ expert }) => expert));
  const drawn = [...previous.seats, ...previous.alternates].map(({ expert }) => expert);
  const departed = [...previous.carryOver.departed, ...drawn].filter((id) => !staying.has(id));
  return { seated, departed };
}

/** Any draw of a series, with the record's own number; also what a re-check replays. */
export function drawAttempt(
  list: FrozenList,
  meeting: DrawMeeting,
  attempt: number,
  carryOver: DrawCarryOver,
): DrawRecord {
  const { terms, candidates, hash } = list;
  const { times, present, witness } = meeting;
  if (witness.trim() === '' || /[\r\n]/.test(witness)) throw new RuleError('draw.witnessFormat');
  checkReveal(meeting.seed, meeting.commitment);
  if (times) checkTimes(times);
  checkCarryOver(list, carryOver);
  const seed = seedOf(meeting.seed);
  const keyed = candidates
    .map((candidate) => ({ key: drawKey(seed, witness, hash, candidate.id), candidate }))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const walk = (terms.algorithm === undefined ? walkOrder : walkAhead)(
    keyed.map(({ candidate }): DrawCandidate => candidate),
    terms,
    carryOver,
  );
  const record = {
    attempt,
    times,
    present,
    terms,
    candidates,
    listHash: hash,
    commitment: meeting.commitment.toLowerCase(),
    seed,
    witness,
    carryOver,
    order: keyed.map(({ key, candidate }) => ({ key, expert: candidate.id })),
    skips: walk.skips,
    seats: walk.seats,
    alternates: walk.alternates,
  };
  return { ...record, recordHash: hashOf(record) };
}

/** Step 5: SHA-256 of seed, witness text, list hash and expert id as UTF-8 lines. */
function drawKey(seed: string, witness: string, listHash: string, expert: string): string {
  return sha256([seed, witness, listHash, expert].join('\n'));
}

function checkCarryOver({ candidates, terms }: FrozenList, carryOver: DrawCarryOver): void {
  const known = new Set(candidates.map(({ id }) => id));
  const seen = new Set<string | number>();
  const refuseRepeat = (item: string | number): void => {
    if (seen.has(item)) throw new RuleError('draw.carryOverRepeated', { item });
    seen.add(item);
  };
  for (const { seat } of carryOver.seated) {
    if (!Number.isSafeInteger(seat) || seat < 1 || seat > terms.panelSize) {
      throw new RuleError('draw.seatUnknown', { seat: String(seat) });
    }
    refuseRepeat(seat);
  }
  for (const expert of [...carryOver.seated.map((seat) => seat.expert), ...carryOver.departed]) {
    if (!known.has(expert)) throw new RuleError('draw.carryOverUnknown', { expert });
    refuseRepeat(expert);
  }
}
