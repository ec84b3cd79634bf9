import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsOrder,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
  type QueryRunner,
  type Repository,
} from 'typeorm';
import { missing } from '../rules/refusal.js';
import { type Reader, type SqlValue, camelRows, numbered, openReader } from './reader.js';

type LockMode = 'for_no_key_update' | 'pessimistic_read';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void | Promise<void>)[];
}

/** The one door to the database. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly reader: Reader;
  private reads = 0;
  /** Transactions that have begun and not ended. */
  private running = 0;

  /** @param lateFault told of an effect after a commit that failed: the act itself stands */
  constructor(
    readonly dataSource: DataSource,
    private readonly lateFault: (error: unknown) => void = () => undefined,
  ) {
    this.reader = openReader(dataSource);
  }

  get engine(): 'sqlite' | 'postgres' {
    return this.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  }

  /** Runs `work` in one transaction; inside an open one it joins it. All or nothing. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    const afterCommit: OpenTransaction['afterCommit'] = [];
    this.running += 1;
    try {
      const result = await this.dataSource.transaction((manager) => {
        if (this.engine === 'postgres') oneAtATime(manager.queryRunner!);
        return this.open.run({ manager, afterCommit }, work);
      });
      // Whoever acted must not hear of a failure where the act is kept; nor do later effects wait for this one.
      for (const effect of afterCommit) await Promise.resolve().then(effect).catch(this.lateFault);
      return result;
    } finally {
      this.running -= 1;
      // Before Node 24 a storage once used slows every promise and socket until it is switched off.
      if (this.running === 0) this.open.disable();
    }
  }

  /** The repository of the open transaction, or one whose every call is its own. */
  repo<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return (this.open.getStore()?.manager ?? this.dataSource.manager).getRepository(entity);
  }

  /**
   * The row as it is now, held until the transaction ends: whoever else locks or changes it comes
   * before or after. SQLite has one writer, so the open transaction itself is the lock. Rows that
   * belong to it can still be added. Lock first, then decide; the coarser row (programme, category,
   * round) before the finer, and the journal's head, which `record` takes, last.
   * @throws Refusal of kind missing when there is no such row
   */
  lock<E extends { id: string | number }>(entity: new () => E, id: E['id']): Promise<E> {
    return this.hold(entity, id, 'for_no_key_update');
  }

  /**
   * Several rows, locked in the order of their ids, so that two who lock several of them never wait
   * for each other. One that is no longer there is left out.
   */
  async lockAll<E extends { id: string }>(
    entity: new () => E,
    ids: readonly string[],
  ): Promise<E[]> {
    if (ids.length === 0) return [];
    return this.held(entity).find({
      where: { id: In(ids) } as FindOptionsWhere<E>,
      order: { id: 'ASC' } as FindOptionsOrder<E>,
      ...this.mode('for_no_key_update'),
    });
  }

  /**
   * The row as it is now, which nobody may lock until the transaction ends, though others may share
   * it: many submissions at once, and one closing that waits for them or comes before.
   * @throws Refusal of kind missing when there is no such row
   */
  share<E extends { id: string | number }>(entity: new () => E, id: E['id']): Promise<E> {
    return this.hold(entity, id, 'pessimistic_read');
  }

  private async hold<E extends { id: string | number }>(
    entity: new () => E,
    id: E['id'],
    mode: LockMode,
  ): Promise<E> {
    const where = { id } as FindOptionsWhere<E>;
    const row = await this.held(entity).findOne({ where, ...this.mode(mode) });
    if (!row) throw missing();
    return row;
  }

  private held<E extends ObjectLiteral>(entity: new () => E): Repository<E> {
    const transaction = this.open.getStore();
    if (!transaction) throw new Error(`${entity.name} can be locked in a transaction only.`);
    return transaction.manager.getRepository(entity);
  }

  private mode(mode: LockMode) {
    return this.engine === 'postgres' ? { lock: { mode } } : {};
  }

  /** Effects on the world (mail, events) wait for the commit and never happen after a rollback. */
  async afterCommit(effect: () => void | Promise<void>): Promise<void> {
    const transaction = this.open.getStore();
    if (transaction) transaction.afterCommit.push(effect);
    else await effect();
  }

  /**
   * Rows of a plain SELECT: inside an open transaction as that transaction sees them, otherwise over
   * committed data, on a connection that cannot write.
   * SQL in snake_case with `?` for values; keys come back in camelCase.
   */
  async rows<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    this.reads += 1;
    if (!this.open.getStore()) return this.reader.rows<T>(sql, values);
    return camelRows<T>((await this.execute(sql, values)) as Record<string, unknown>[]);
  }

  async row<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, values))[0] ?? null;
  }

  /** The one number of a one-row SELECT, seen as `rows` sees it: outside at once on SQLite. */
  number(sql: string): number | Promise<number> {
    if (!this.open.getStore()) return this.reader.number(sql);
    return this.execute(sql).then((rows) => Number(Object.values((rows as object[])[0] ?? {})[0]));
  }

  /** A statement inside the open transaction (or alone), for bulk work an entity would slow down. */
  async execute(sql: string, values: readonly SqlValue[] = []): Promise<unknown> {
    const manager = this.open.getStore()?.manager ?? this.dataSource.manager;
    return manager.query(this.engine === 'postgres' ? numbered(sql) : sql, [...values]);
  }

  /** How many SELECTs pages have made since the start; tests compare it for 1 and 1,000 rows. */
  get readCount(): number {
    return this.reads;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** A PostgreSQL connection answers one question at a time; what is asked meanwhile waits here. */
function oneAtATime(runner: QueryRunner): void {
  const query = runner.query.bind(runner);
  let last: Promise<unknown> = Promise.resolve();
  runner.query = ((...question: Parameters<typeof query>) => {
    const answer = last.then(() => query(...question));
    last = answer.catch(() => undefined);
    return answer;
  }) as QueryRunner['query'];
}
