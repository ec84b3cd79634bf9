import { contactRanges } from '../identifiers/contact-patterns.js';
import { replaceRanges } from '../identifiers/folded-text.js';
import { normaliseText } from '../identifiers/normalise-text.js';
import { BLOCKED, redactNames } from './redact-names.js';

export interface EvidenceRows {
  readonly key: string;
  readonly indicators: readonly string[];
  readonly columns: readonly { readonly name: string; readonly hiddenWhenBlind: boolean }[];
}

const shown = (name: string) => ({ name, hiddenWhenBlind: false });
const hidden = (name: string) => ({ name, hiddenWhenBlind: true });

/** Rows of an application that judges read, and nothing else: what is not named here is not shown. */
const JUDGE_ROWS: readonly EvidenceRows[] = [
  {
    key: 'starters',
    indicators: ['G11', 'Y14'],
    columns: [hidden('name'), hidden('shop'), shown('since'), shown('help')],
  },
  {
    key: 'welfare',
    indicators: ['G13', 'Y15', 'N11'],
    columns: [shown('date'), shown('what'), shown('amount'), shown('proof')],
  },
];

/** How texts of one application reach a judge of one round. */
export interface Reading {
  readonly blind: boolean;
  /** Merchant, head, contact, shops, related merchants and people named in hidden columns. */
  readonly names: readonly string[];
}

/** Telephones and other contacts are never shown; in a blind round the names go as well. */
export function readText(text: string, reading: Reading): string {
  const plain = normaliseText(text);
  const safe = replaceRanges(plain, contactRanges(plain), BLOCKED);
  return reading.blind ? redactNames(safe, reading.names) : safe;
}

export type AnswerRows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** Names in columns that a blind round hides, so that texts lose them too. */
export function namesInRows(rows: AnswerRows): readonly string[] {
  return JUDGE_ROWS.flatMap(({ key, columns }) =>
    (rows[key] ?? []).flatMap((row) =>
      columns.filter((column) => column.hiddenWhenBlind).map(({ name }) => row[name] ?? ''),
    ),
  );
}

/** What the merchant was called when the application was handed in: its texts still say so. */
export function namesAtSubmission(snapshot: unknown): readonly string[] {
  const { merchant, shops } = (snapshot ?? {}) as SnapshotNames;
  const { name, headName, contactName } = merchant ?? {};
  return [name, headName, contactName, ...(shops ?? []).map(({ shopName }) => shopName)].filter(
    (one) => typeof one === 'string',
  );
}

interface SnapshotNames {
  readonly merchant?: Readonly<Record<'name' | 'headName' | 'contactName', string | undefined>>;
  readonly shops?: readonly { readonly shopName?: string }[];
}

export interface ShownRows {
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The rows that prove an indicator, column by column as the policy allows. */
export function readRows(
  rows: AnswerRows,
  indicator: string,
  reading: Reading,
): readonly ShownRows[] {
  return JUDGE_ROWS.filter(({ indicators }) => indicators.includes(indicator)).map((list) => {
    const columns = list.columns.filter((one) => !reading.blind || !one.hiddenWhenBlind);
    return {
      key: list.key,
      columns: columns.map(({ name }) => name),
      rows: (rows[list.key] ?? []).map((row) =>
        columns.map(({ name }) => readText(row[name] ?? '', reading)),
      ),
    };
  });
}
