import { createHash } from 'node:crypto';
import type { SessionStore } from '@fastify/session';
import type { Session as BrowserSession } from 'fastify';
import type { Database } from '../../database/database.js';
import { passwordMark } from './password-mark.js';
import { idleMinutes } from './idle-minutes.js';
import { Session } from './session.entity.js';

/** Told at the next sign-in: another password holds, or nobody did anything for too long. */
export type SessionEnd = 'password' | 'idle';

/** So long a browser that comes back is told why it is signed out. */
const TOLD_MS = 24 * 3_600_000;

interface StoredSession {
  readonly data: string;
  readonly lastSeenAt: string;
  readonly kind: string;
  readonly passwordHash: string;
}

type Done<T> = (error: unknown, result?: T) => void;

/**
 * Sessions in the database, so that any process serves anyone and one DELETE signs a person out
 * everywhere. Uses the machine's clock, not the city's: a moved demo clock ends nobody's session.
 */
export class DatabaseSessionStore implements SessionStore {
  constructor(private readonly database: Database) {}

  /** Only somebody signed in has a row: a visitor, or a thousand of them, leaves none. */
  set(id: string, session: BrowserSession, done: Done<void>): void {
    if (!session.accountId) {
      done(null);
      return;
    }
    const row = {
      idHash: hashed(id),
      accountId: session.accountId,
      data: JSON.parse(JSON.stringify(session)) as Record<string, unknown>,
      lastSeenAt: new Date().toISOString(),
    };
    this.database
      .repo(Session)
      .upsert(row as never, ['idHash'])
      .then(() => this.forgetEnded(session.accountId!))
      .then(() => done(null))
      .catch((error: unknown) => done(error));
  }

  get(id: string, done: Done<BrowserSession | null>): void {
    this.load(hashed(id))
      .then((session) => done(null, session))
      .catch((error: unknown) => done(error));
  }

  destroy(id: string, done: Done<void>): void {
    this.database
      .repo(Session)
      .delete({ idHash: hashed(id) })
      .then(() => done(null))
      .catch((error: unknown) => done(error));
  }

  private async forgetEnded(accountId: string): Promise<void> {
    const since = new Date(Date.now() - TOLD_MS).toISOString();
    await this.database.execute('DELETE FROM session WHERE account_id = ? AND last_seen_at < ?', [
      accountId,
      since,
    ]);
  }

  private async load(idHash: string): Promise<BrowserSession | null> {
    const row = await this.database.row<StoredSession>(
      `SELECT s.data, s.last_seen_at, a.kind, a.password_hash FROM session s
       JOIN account a ON a.id = s.account_id WHERE s.id_hash = ?`,
      [idHash],
    );
    if (!row) return null;
    const idleMs = Date.now() - Date.parse(row.lastSeenAt);
    const session = JSON.parse(row.data) as BrowserSession;
    // A password asked for just before it was changed may sign in just after all sessions were ended.
    const another = session.passwordMark !== passwordMark(row.passwordHash);
    if (another || idleMs > idleMinutes(row.kind) * 60_000) {
      if (idleMs <= TOLD_MS) return endedSession(session, another ? 'password' : 'idle');
      await this.database.repo(Session).delete({ idHash });
      return null;
    }
    if (idleMs > 60_000) {
      await this.database
        .repo(Session)
        .update({ idHash }, { lastSeenAt: new Date().toISOString() });
    }
    return session;
  }
}

/** Signs nobody in, and is never stored: it has no account. */
function endedSession(session: BrowserSession, ended: SessionEnd): BrowserSession {
  return Object.assign(session, { accountId: undefined, passwordMark: undefined, ended });
}

function hashed(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
