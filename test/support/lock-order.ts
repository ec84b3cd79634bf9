import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../src/database/database.js';

export type LockMode = 'lock' | 'share';

/** From the coarse to the fine (docs/decisions/0026). What is not named stands before the head. */
const COARSE = ['Account', 'Merchant', 'Programme', 'Category', 'Round'];
const HEAD = 'ChainHead';

/**
 * Rows that nobody holds without holding or sharing the one above them. Who locks that one alone may
 * take them in any order, after entries of the journal too: nobody else waits with one in hand.
 */
const ABOVE: Readonly<Record<string, string>> = {
  AnchorSheet: 'Programme',
  Category: 'Programme',
  Application: 'Programme',
  ConflictDeclaration: 'Programme',
  Draw: 'Programme',
  Objection: 'Programme',
  Removal: 'Programme',
  ReReviewSheet: 'Programme',
  Seat: 'Programme',
  RepeatSheet: 'Round',
  ScoreSheet: 'Round',
  ScreeningStatement: 'Programme',
  StandingLock: 'Programme',
  StandingUnlock: 'Programme',
  VetoCheck: 'Programme',
};

/** The locks of one transaction, each compared with what it holds already. */
export class LockOrder {
  private readonly held = new Map<string, { entity: string; id: string; mode: LockMode }>();

  /** What is wrong with taking this now; null when nothing is. */
  take(entity: string, id: string, mode: LockMode): string | null {
    const known = this.held.get(`${entity} ${id}`);
    if (known && (known.mode === 'lock' || mode === 'share')) return null;
    const fault = known ? `${entity} is shared and then locked` : this.outOfOrder(entity, id);
    this.held.set(`${entity} ${id}`, { entity, id, mode });
    return fault;
  }

  /** Whether a row of this entity is held; where `mode` is `lock`, by nobody else. */
  holds(entity: string, mode: LockMode): boolean {
    return [...this.held.values()].some(
      (one) => one.entity === entity && (mode === 'share' || one.mode === 'lock'),
    );
  }

  private outOfOrder(entity: string, id: string): string | null {
    const above = ABOVE[entity];
    if (above && !this.holds(above, 'share')) return `${entity} is held without its ${above}`;
    if (above && this.holds(above, 'lock')) return null;
    const before = [...this.held.values()].find((one) => comesLater(one, { entity, id }));
    return before ? `${entity} is held after ${before.entity}` : null;
  }
}

interface Row {
  readonly entity: string;
  readonly id: string;
}

function comesLater(one: Row, other: Row): boolean {
  if (one.entity === other.entity) return one.id > other.id;
  return rank(one.entity) > rank(other.entity);
}

function rank(entity: string): number {
  if (entity === HEAD) return COARSE.length + 1;
  const at = COARSE.indexOf(entity);
  return at < 0 ? COARSE.length : at;
}

interface Watched {
  readonly database: Database;
  readonly order: LockOrder;
}

/** One for all applications: before Node.js 24 every storage in use slows every promise. */
const open = new AsyncLocalStorage<Watched>();
let running = 0;

/** From now on a lock out of order fails its transaction, and with it the test. */
export function watchLocks(database: Database): void {
  const { transaction, lock, lockAll, share } = database;
  const orderNow = () => {
    const watched = open.getStore();
    return watched?.database === database ? watched.order : null;
  };
  const take = (entity: new () => object, id: string | number, mode: LockMode) => {
    const fault = orderNow()?.take(entity.name, String(id), mode);
    if (fault) throw new Error(`Against the order of locks: ${fault}.`);
  };
  database.transaction = async (work) => {
    if (orderNow()) return transaction.call(database, work) as Promise<never>;
    running += 1;
    try {
      return (await transaction.call(database, () =>
        open.run({ database, order: new LockOrder() }, work),
      )) as never;
    } finally {
      running -= 1;
      if (running === 0) open.disable();
    }
  };
  database.lock = async (entity, id) => {
    take(entity, id, 'lock');
    return lock.call(database, entity, id) as never;
  };
  database.share = async (entity, id) => {
    take(entity, id, 'share');
    return share.call(database, entity, id) as never;
  };
  database.lockAll = async (entity, ids) => {
    for (const id of ids.toSorted()) take(entity, id, 'lock');
    return lockAll.call(database, entity, ids) as never;
  };
}
