import type { DataSource, QueryRunner } from 'typeorm';

/**
 * TypeORM's SQLite driver hands one query runner to every request, so overlapping transactions
 * share one and acknowledged writes vanish. Here each caller gets a runner of its own, and a
 * first-come-first-served gate lets one runner at a time use the write connection: from its
 * outermost BEGIN to COMMIT or ROLLBACK, or for the length of a single statement.
 */
export function installSqliteGate(dataSource: DataSource, waitLimitMs = 15_000): void {
  const gate = new Gate(waitLimitMs);
  const driver = dataSource.driver as unknown as SqliteDriver;
  const statements: unknown = new Map();
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    driver.queryRunner = undefined;
    const runner = create(mode);
    (runner as unknown as { stmtCache: unknown }).stmtCache = statements;
    passThroughGate(runner, gate);
    return runner;
  };
}

interface SqliteDriver {
  queryRunner: QueryRunner | undefined;
  createQueryRunner(mode: string): QueryRunner;
}

class GateTimeout extends Error {
  constructor() {
    super(
      'Waited too long for the database: a repository was used from outside the open transaction, ' +
        'or a transaction waits for something slow.',
    );
    this.name = 'GateTimeout';
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

function passThroughGate(runner: QueryRunner, gate: Gate): void {
  const query = runner.query.bind(runner);
  const start = runner.startTransaction.bind(runner);
  const commit = runner.commitTransaction.bind(runner);
  const rollback = runner.rollbackTransaction.bind(runner);
  const release = runner.release.bind(runner);

  runner.query = (async (text: string, parameters?: unknown[], structured?: boolean) => {
    if (gate.owner === runner) return query(atOnce(text), parameters, structured as true);
    await gate.enter(runner);
    try {
      return await query(text, parameters, structured as true);
    } finally {
      gate.leave(runner);
    }
  }) as QueryRunner['query'];

  runner.startTransaction = async (isolation) => {
    if (gate.owner !== runner) await gate.enter(runner);
    try {
      await start(isolation);
    } catch (error) {
      if (!runner.isTransactionActive) gate.leave(runner);
      throw error;
    }
  };
  runner.commitTransaction = async () => {
    await commit();
    if (!runner.isTransactionActive) gate.leave(runner);
  };
  runner.rollbackTransaction = async () => {
    try {
      await rollback();
    } finally {
      if (!runner.isTransactionActive) gate.leave(runner);
    }
  };
  runner.release = async () => {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    gate.leave(runner);
    await release();
  };
}

/** A deferred BEGIN can fail at its first write when another process wrote meanwhile. */
function atOnce(text: string): string {
  return text === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : text;
}
