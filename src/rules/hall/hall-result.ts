import { JsonValue } from '../assignment/json-value.js';
import { isSignedText, signText } from '../provenance/ed25519.js';
import { hashOf } from '../provenance/sha256-hex.js';
import { RuleError } from '../rule-error.js';
import { ATTENDANCES, type Attendance } from './attendance.js';
import { CLOCK_ACTS, type ClockActKind } from './hall-clock.js';

const FORMAT = 'biaogan hall result 1';

const HALL_ACTS = ['attendance', ...CLOCK_ACTS] as const;
export type HallAct = 'attendance' | ClockActKind;

/** What somebody did on the laptop, in the order of time. */
export interface HallFact {
  /** ISO instant of the laptop. */
  readonly at: string;
  readonly place: number;
  readonly kind: HallAct;
  /** Account of the keeper. */
  readonly by: string;
  /** Of a pause, and of what was entered afterwards on the laptop. */
  readonly reason: string | null;
  /** Only of who came. */
  readonly came: {
    readonly attendance: Attendance;
    readonly again: boolean;
    readonly speaker: string | null;
    readonly note: string | null;
  } | null;
}

/** A fact bound to the one before: no line is taken out, added or changed without the next ones. */
export interface HallLine extends HallFact {
  /** Counted from 1. */
  readonly number: number;
  readonly hash: string;
}

export interface HallResult {
  /** The hall file that the day was led from, and its hash. */
  readonly file: string;
  readonly fileHash: string;
  readonly round: string;
  readonly endedAt: string;
  readonly lines: readonly HallLine[];
}

/** What a result says wrong, and in which line. */
export interface ResultProblem {
  readonly row: number | null;
  /** A locale key under `hall.result.not`. */
  readonly key: string;
  readonly variables: Readonly<Record<string, string | number>>;
}

export interface ReadResult {
  /** Null where it cannot be read at all. */
  readonly result: HallResult | null;
  readonly problems: readonly ResultProblem[];
}

/** What the server keeps of the hall files of a round. */
export interface KnownHallFile {
  readonly hash: string;
  /** 64 hex digits. */
  readonly resultKey: string;
  readonly taken: boolean;
}

/** The result file of a day, signed. */
export function signHallResult(
  day: Omit<HallResult, 'lines'>,
  facts: readonly HallFact[],
  seed: Uint8Array,
): string {
  let previous = day.fileHash;
  const lines = facts.map((fact, at): HallLine => {
    const bound = { ...fact, number: at + 1 };
    previous = lineHash(previous, bound);
    return { ...bound, hash: previous };
  });
  const result = { ...day, lines };
  const signature = signText(signedText(result), seed);
  return `${JSON.stringify({ format: FORMAT, ...result, count: lines.length, signature }, null, 1)}\n`;
}

/**
 * Reads a result and holds it to the hall file that it names, before anything it says is believed.
 * @param known by the id of the file, of this round only
 */
export function readHallResult(
  text: string,
  known: (file: string) => KnownHallFile | undefined,
): ReadResult {
  let file: ReturnType<typeof parse>;
  try {
    file = parse(text);
  } catch (error) {
    if (!(error instanceof RuleError) && !(error instanceof SyntaxError)) throw error;
    return { result: null, problems: [problem('notOne')] };
  }
  const { result, count, signature } = file;
  const own = known(result.file);
  if (!own) return { result, problems: [problem('otherDefence')] };
  if (own.taken) return { result, problems: [problem('takenAlready')] };
  if (own.hash !== result.fileHash) return { result, problems: [problem('changedFile')] };
  const broken = brokenLine(result, count);
  if (broken) return { result, problems: [broken] };
  if (!isSignedText(signedText(result), signature, own.resultKey)) {
    return { result, problems: [problem('wrongKey')] };
  }
  return { result, problems: [] };
}

export function problem(
  key: string,
  row: number | null = null,
  variables: ResultProblem['variables'] = {},
): ResultProblem {
  return {
    row,
    key: `hall.result.not.${key}`,
    variables: row === null ? variables : { row, ...variables },
  };
}

/** The first line that is not there, or is not what the next ones were bound to. */
function brokenLine({ fileHash, lines }: HallResult, count: number): ResultProblem | null {
  let previous = fileHash;
  for (const [at, { hash, ...bound }] of lines.entries()) {
    const row = at + 1;
    if (bound.number !== row) return problem('missingLine', row);
    if (lineHash(previous, bound) !== hash) return problem('changedLine', row);
    previous = hash;
  }
  if (lines.length !== count) return problem('missingLine', Math.min(lines.length, count) + 1);
  return lines.length === 0 ? problem('empty') : null;
}

function lineHash(previous: string, bound: Omit<HallLine, 'hash'>): string {
  return hashOf({ previous, ...bound });
}

function signedText({ file, fileHash, round, endedAt, lines }: HallResult): string {
  const head = lines.at(-1)?.hash ?? fileHash;
  return ['biaogan hall result', file, fileHash, round, endedAt, lines.length, head].join('\n');
}

function parse(text: string) {
  const json = new JsonValue(JSON.parse(text) as unknown, '');
  if (json.field('format').text() !== FORMAT) throw new RuleError('hall.file.notOne');
  const result: HallResult = {
    file: json.field('file').text(),
    fileHash: json.field('fileHash').text(),
    round: json.field('round').text(),
    endedAt: json.field('endedAt').text(),
    lines: json.field('lines').list(readLine),
  };
  return {
    result,
    count: json.field('count').number(),
    signature: json.field('signature').text(),
  };
}

function readLine(json: JsonValue): HallLine {
  const came = json.optional('came');
  return {
    number: whole(json.field('number')),
    at: instant(json.field('at')),
    place: whole(json.field('place')),
    kind: oneOf(HALL_ACTS, json.field('kind')),
    by: json.field('by').text(),
    reason: json.optional('reason')?.text() ?? null,
    came: came
      ? {
          attendance: oneOf(ATTENDANCES, came.field('attendance')),
          again: came.field('again').boolean(),
          speaker: came.optional('speaker')?.text() ?? null,
          note: came.optional('note')?.text() ?? null,
        }
      : null,
    hash: json.field('hash').text(),
  };
}

function oneOf<T extends string>(values: readonly T[], json: JsonValue): T {
  const found = values.find((value) => value === json.text());
  if (found === undefined) throw new RuleError('hall.file.notOne');
  return found;
}

function whole(json: JsonValue): number {
  const value = json.number();
  if (!Number.isSafeInteger(value)) throw new RuleError('hall.file.notOne');
  return value;
}

/** As this program writes them: they are compared as text. */
function instant(json: JsonValue): string {
  const text = json.text();
  const time = Date.parse(text);
  if (Number.isNaN(time) || new Date(time).toISOString() !== text) {
    throw new RuleError('hall.file.notOne');
  }
  return text;
}
