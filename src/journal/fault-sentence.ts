import type { JournalVerification } from './verify-journal.js';

type Fault = Extract<JournalVerification, { ok: false }>;

/** Where the journal or the data first disagree, as a locale key with its variables. */
export function faultSentence(found: Fault): {
  readonly key: string;
  readonly variables: Readonly<Record<string, string | number>>;
  /** The entry at which it shows; null when no entry knows of the row. */
  readonly sequence: number | null;
} {
  const { sequence, reason } = found;
  if (reason !== 'state') return { key: `cli.journalVerify.${reason}`, variables: {}, sequence };
  const { table, id } = found;
  const key = sequence === null ? 'cli.journalVerify.unknown' : 'cli.journalVerify.state';
  return { key, variables: { table, id }, sequence };
}
