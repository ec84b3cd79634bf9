import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { type Reader, type SqlValue, numbered, openReader } from './reader.js';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void | Promise<void>)[];
}

/** The one door to the database. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly reader: Reader;
  /** Transactions that have begun and not ended. */
  private running = 0;

  constructor(readonly dataSource: DataSource) {
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
      const result = await this.dataSource.transaction((manager) =>
        this.open.run({ manager, afterCommit }, work),
      );
      for (const effect of afterCommit) await effect();
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
   * Held until the transaction ends, so that two processes cannot both move one row. SQLite has one
   * writer and knows no such lock.
   */
  get rowLock(): { lock?: { mode: 'pessimistic_write' } } {
    return this.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {};
  }

  /** Effects on the world (mail, events) wait for the commit and never happen after a rollback. */
  async afterCommit(effect: () => void | Promise<void>): Promise<void> {
    const transaction = this.open.getStore();
    if (transaction) transaction.afterCommit.push(effect);
    else await effect();
  }

  /**
   * Rows of a plain SELECT over committed data, on a connection that cannot write.
   * SQL in snake_case with `?` for values; keys come back in camelCase.
   */
  rows<T>(sql: string, values: readonly SqlValue[] = []): Promise<T[]> {
    return this.reader.rows<T>(sql, values);
  }

  async row<T>(sql: string, values: readonly SqlValue[] = []): Promise<T | null> {
    return (await this.reader.rows<T>(sql, values))[0] ?? null;
  }

  /** The one number of a one-row SELECT over committed data: at once on SQLite. */
  number(sql: string): number | Promise<number> {
    return this.reader.number(sql);
  }

  /** A statement inside the open transaction (or alone), for bulk work an entity would slow down. */
  async execute(sql: string, values: readonly SqlValue[] = []): Promise<unknown> {
    const manager = this.open.getStore()?.manager ?? this.dataSource.manager;
    return manager.query(this.engine === 'postgres' ? numbered(sql) : sql, [...values]);
  }

  /** How many SELECTs pages have made since the start; tests compare it for 1 and 1,000 rows. */
  get readCount(): number {
    return this.reader.count;
  }

  async onApplicationShutdown(): Promise<void> {
    this.reader.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
