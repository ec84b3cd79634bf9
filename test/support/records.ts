import { wrongProgrammes } from './entry-programmes.js';
import { publicEvents } from './public-events.js';
import { type StoredMessage, messageFault } from './readable.js';
import type { TestApp } from './test-app.js';

export interface RecordedEvent {
  readonly event: string;
  readonly actorRole: string;
  readonly subjectType: string;
  /** Ids, hashes and instants, which differ at every run, as `<id>`, `<hash>` and `<instant>`. */
  readonly details: unknown;
}

export interface SentMessage {
  /** The key under `message.`. */
  readonly message: string;
  /** The roles of the person it is for, joined by `+`; the kind of account where there is none. */
  readonly to: string;
}

export interface Records {
  readonly events: readonly RecordedEvent[];
  readonly messages: readonly SentMessage[];
}

/** Whose inbox each message lies in, and what fills its sentence, in the order of `messages`. */
interface Receivers {
  readonly receivers: readonly string[];
  readonly said: readonly object[];
}

/**
 * Runs `act` and returns what it added to the journal and to the inboxes, in order. A message that nobody
 * could read or follow is a fault, and so are a public page that is kept although it has changed and an
 * entry that names another programme than its subject.
 */
export async function records(
  app: TestApp,
  act: () => Promise<unknown>,
): Promise<Records & Receivers> {
  const last = await lastEntry(app);
  const kept = await generation(app);
  const known = new Set((await messages(app)).map(({ id }) => id));
  await act();
  const events = await app.database.rows<RecordedEvent & { details: string }>(
    `SELECT event, actor_role, subject_type, details FROM journal_entry WHERE sequence > ?
     ORDER BY sequence`,
    [last],
  );
  const sent = (await messages(app))
    .filter(({ id }) => !known.has(id))
    .map(({ kind, roles, account, accountId, ...rest }) => ({
      variables: parsed(rest.variables) as StoredMessage['variables'],
      path: rest.path,
      message: { message: kind, to: roles ?? account },
      accountId,
    }))
    .toSorted(
      ({ message: a }, { message: b }) => compare(a.message, b.message) || compare(a.to, b.to),
    );
  const faults = sent.flatMap(
    ({ message: { message: kind }, variables, path }) =>
      messageFault({ kind, variables, path }) ?? [],
  );
  faults.push(...(await wrongProgrammes(app, last)));
  if (faults.length > 0) throw new Error(faults.join('; '));
  const changing = events.filter(({ event }) => publicEvents.has(event)).length;
  const raised = (await generation(app)) - kept;
  if (raised !== changing) {
    throw new Error(`${raised} entries made the public pages old, not ${changing}.`);
  }
  return {
    events: events.map((one) => ({ ...one, details: masked(parsed(one.details)) })),
    messages: sent.map(({ message }) => message),
    receivers: sent.map(({ accountId }) => accountId),
    said: sent.map(({ variables }) => masked(variables) as object),
  };
}

async function lastEntry({ database }: TestApp): Promise<number> {
  const row = await database.row<{ last: number }>(
    'SELECT COALESCE(MAX(sequence), 0) AS last FROM journal_entry',
  );
  return row!.last;
}

/** Which generation of the public pages is kept. */
async function generation({ database }: TestApp): Promise<number> {
  const row = await database.row<{ generation: number }>(
    'SELECT public_generation AS generation FROM chain_head',
  );
  return row!.generation;
}

interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly account: string;
  readonly accountId: string;
  readonly path: string;
  readonly variables: unknown;
  readonly roles: string | null;
}

async function messages({ database }: TestApp): Promise<MessageRow[]> {
  const rows = await database.rows<MessageRow>(
    `SELECT m.id, m.kind, m.path, m.variables, m.account_id, a.kind AS account
     FROM message m JOIN account a ON a.id = m.account_id`,
  );
  const duties = await database.rows<{ accountId: string; role: string }>(
    'SELECT account_id, role FROM duty WHERE ended_at IS NULL ORDER BY role',
  );
  return rows.map((row) => {
    const roles = duties.filter(({ accountId }) => accountId === row.accountId);
    return { ...row, roles: [...new Set(roles.map(({ role }) => role))].join('+') || null };
  });
}

/** PostgreSQL reads JSON as an object, SQLite as its text. */
function parsed(details: unknown): unknown {
  return typeof details === 'string' ? JSON.parse(details) : details;
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)]));
  }
  if (typeof value !== 'string') return value;
  if (/^[0-9a-f]{64}$/.test(value)) return '<hash>';
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return '<instant>';
  // The letters of `newId()`, without i, l, o and u: no word of ours has sixteen of them.
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(value) ? '<id>' : value;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
