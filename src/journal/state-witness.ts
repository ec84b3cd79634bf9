import type { JournalEntry } from './journal-entry.entity.js';

/** An entry that says what a row has to be. */
export type TellingEntry = Pick<JournalEntry, 'sequence' | 'event' | 'details' | 'hash'>;

/** A row of the state that is not what the journal says, or is not there, or was never entered. */
export interface StateDifference {
  readonly table: string;
  readonly id: string;
  /** The entry it disagrees with; null when no entry knows of the row. */
  readonly sequence: number | null;
}

/** Compares one kind of row with the journal; the room that owns the table hands it in. */
export interface StateWitness {
  /** Events whose entries are kept for the comparison. */
  readonly events: readonly string[];
  /** @param entries by subject, each list in order of the chain */
  differing(entries: ReadonlyMap<string, readonly TellingEntry[]>): Promise<StateDifference[]>;
}

/** Rows that are not what their entries say, and entries of `events` whose row is gone. */
export function differingRows<R extends { readonly id: string }>(
  { table, rows, events }: { table: string; rows: readonly R[]; events: readonly string[] },
  entries: ReadonlyMap<string, readonly TellingEntry[]>,
  isTold: (row: R, told: readonly TellingEntry[]) => boolean,
): StateDifference[] {
  const here = new Set(rows.map(({ id }) => id));
  const gone = [...entries]
    .filter(([id, told]) => !here.has(id) && told.some(({ event }) => events.includes(event)))
    .map(([id]) => id);
  const changed = rows.filter((row) => !isTold(row, entries.get(row.id) ?? [])).map(({ id }) => id);
  return [...gone, ...changed].map((id) => ({
    table,
    id,
    sequence: entries.get(id)?.at(-1)?.sequence ?? null,
  }));
}

/** The difference that comes first in the journal; rows without any entry come last. */
export function firstDifference(found: readonly StateDifference[]): StateDifference | null {
  const [first] = found.toSorted(
    (a, b) => (a.sequence ?? Infinity) - (b.sequence ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
  return first ?? null;
}
