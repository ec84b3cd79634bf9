import type SqliteDatabase from 'better-sqlite3';
import type { DataSource, QueryRunner } from 'typeorm';
import { LOCK_LIMIT, patiently } from './patience.js';

export interface GateLimits {
  /** Milliseconds that a caller waits for the transactions of this process. */
  readonly gate: number;
  /** Milliseconds since the call after which the lock of another process is waited for no longer. */
  readonly lock: number;
}

/**
 * TypeORM's SQLite driver hands one query runner to every request, so overlapping transactions
 * share one and acknowledged writes vanish. Here each caller gets a runner of its own, and a
 * first-come-first-served gate lets one runner at a time use the write connection: from its
 * outermost BEGIN to COMMIT or ROLLBACK, or for the length of a single statement.
 */
export function installSqliteGate(
  dataSource: DataSource,
  limits: GateLimits = { gate: 15_000, lock: LOCK_LIMIT },
): void {
  const gate = new Gate(limits.gate);
  const driver = dataSource.driver as unknown as SqliteDriver;
  const statements: unknown = new Map();
  const create = driver.createQueryRunner.bind(driver);
  const connect = driver.connect.bind(driver);
  driver.connect = async () => {
    await connect();
    driver.databaseConnection.pragma('busy_timeout = 0');
  };
  driver.createQueryRunner = (mode) => {
    driver.queryRunner = undefined;
    const runner = create(mode) as GatedRunner;
    runner.stmtCache = statements;
    passThroughGate(runner, gate, () => driver.databaseConnection, limits.lock);
    return runner;
  };
}

interface SqliteDriver {
  queryRunner: QueryRunner | undefined;
  readonly databaseConnection: SqliteDatabase.Database;
  connect(): Promise<void>;
  createQueryRunner(mode: string): QueryRunner;
}

/** What TypeORM keeps for itself. */
type GatedRunner = Omit<QueryRunner, 'isTransactionActive'> & {
  stmtCache: unknown;
  isTransactionActive: boolean;
  transactionDepth: number;
} & QueryRunner;

export class GateTimeout extends Error {
  constructor() {
    super(
      'Waited too long for the database: a repository was used from outside the open transaction, ' +
        'or a transaction waits for something slow.',
    );
    this.name = 'GateTimeout';
  }
}

/** On a full disk and the like SQLite undoes a transaction by itself; nothing may follow alone. */
export class TransactionLost extends Error {
  constructor() {
    super('SQLite has rolled this transaction back after an earlier error.');
    this.name = 'TransactionLost';
  }
}

class Gate {
  owner: QueryRunner | undefined;
  private readonly waiting: { runner: QueryRunner; enter: () => void }[] = [];

  constructor(private readonly waitLimitMs: number) {}

  async enter(runner: QueryRunner): Promise<void> {
    if (!this.owner) {
      this.owner = runner;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiter = { runner, enter: resolve };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(new GateTimeout());
      }, this.waitLimitMs);
      waiter.enter = () => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(waiter);
    });
  }

  leave(runner: QueryRunner): void {
    if (this.owner !== runner) return;
    const next = this.waiting.shift();
    this.owner = next?.runner;
    next?.enter();
  }
}

function passThroughGate(
  runner: GatedRunner,
  gate: Gate,
  connection: () => SqliteDatabase.Database,
  lockLimitMs: number,
): void {
  const query = runner.query.bind(runner);
  const start = runner.startTransaction.bind(runner);
  const commit = runner.commitTransaction.bind(runner);
  const rollback = runner.rollbackTransaction.bind(runner);
  const release = runner.release.bind(runner);
  /** When this runner asked to enter; what it waits for is counted from then. */
  let asked = 0;
  /** Between the outermost BEGIN and COMMIT or ROLLBACK; a single statement is not. */
  let inside = false;

  /** Whatever happened, the next in the row finds the connection outside a transaction. */
  const leave = () => {
    if (!inside) return;
    inside = false;
    runner.isTransactionActive = false;
    runner.transactionDepth = 0;
    try {
      if (connection().inTransaction) connection().exec('ROLLBACK');
    } finally {
      gate.leave(runner);
    }
  };
  const enter = async () => {
    asked = Date.now();
    await gate.enter(runner);
    try {
      // Only if even the ROLLBACK before it failed.
      if (connection().inTransaction) connection().exec('ROLLBACK');
    } catch (error) {
      gate.leave(runner);
      throw error;
    }
  };

  runner.query = (async (text: string, parameters?: unknown[], structured?: boolean) => {
    const begins = inside && text === 'BEGIN TRANSACTION';
    if (inside && !begins) {
      if (!connection().inTransaction) throw new TransactionLost();
      return query(text, parameters, structured as true);
    }
    if (!inside) await enter();
    // A deferred BEGIN could fail at its first write when another process wrote meanwhile.
    const statement = begins ? 'BEGIN IMMEDIATE' : text;
    try {
      return await patiently(
        () => query(statement, parameters, structured as true),
        asked + lockLimitMs,
      );
    } finally {
      if (!begins) gate.leave(runner);
    }
  }) as QueryRunner['query'];

  runner.startTransaction = async (isolation) => {
    if (!inside) {
      await enter();
      inside = true;
    }
    // Whoever began rolls back or releases when this fails, and so leaves.
    await start(isolation);
  };
  runner.commitTransaction = async () => {
    await commit();
    if (!runner.isTransactionActive) leave();
  };
  runner.rollbackTransaction = async () => {
    // An inner savepoint only; the transaction itself goes on.
    if (runner.transactionDepth > 1 && connection().inTransaction) return rollback();
    try {
      if (connection().inTransaction) await rollback();
    } finally {
      leave();
    }
  };
  runner.release = async () => {
    leave();
    await release();
  };
}
