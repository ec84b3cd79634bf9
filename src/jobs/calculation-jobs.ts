import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';
import type { RuleErrorVariables } from '../rules/rule-error.js';
import { policies } from '../web/access/policies.js';
import { type Actor, holds } from '../web/actor.js';
import { calculationKinds } from './calculation-kinds.js';
import type { CalculationInput, CalculationKind, CalculationResult } from './calculations.js';
import { CalculationJob, type JobState } from './job.entity.js';
import { RunCalculations } from './run-calculations.js';
import { sortedJson } from './sorted-json.js';

export interface CalculationRequest<K extends CalculationKind> {
  readonly kind: K;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Whose page lists the entry of the request. */
  readonly programmeId: string;
  readonly input: CalculationInput<K>;
  /** Where the page of the job leads when it is done; `:id` stands for the id of the job. */
  readonly returnPath: string;
}

export interface JobRow<K extends CalculationKind = CalculationKind> {
  readonly id: string;
  readonly kind: K;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly inputHash: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly result: CalculationResult<K> | null;
  readonly refusalCode: string | null;
  readonly refusalVariables: RuleErrorVariables | null;
  readonly returnPath: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** Long calculations, asked for here and computed off the request thread by `RunCalculations`. */
@Injectable()
export class Calculations {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly runner: RunCalculations,
  ) {}

  /**
   * The id of the job with this input: the one that is already queued, running or done, or a new one;
   * a failed one is tried again. It begins after the commit of the caller's transaction.
   */
  request<K extends CalculationKind>(actor: Actor, asked: CalculationRequest<K>): Promise<string> {
    const { kind, subjectType, subjectId, programmeId, returnPath } = asked;
    const input = sortedJson(asked.input);
    const inputHash = sha256Hex(input);
    return this.database.transaction(async () => {
      const jobs = this.database.repo(CalculationJob);
      const id = newId();
      const path = returnPath.replace(':id', id);
      const created = { createdBy: actor.accountId, createdAt: this.clock.now() };
      const queued = { state: 'queued', done: 0, total: 0 } as const;
      const own = { kind, subjectId, inputHash };
      await jobs
        .createQueryBuilder()
        .insert()
        .values({ id, ...own, subjectType, input, returnPath: path, ...queued, ...created })
        .orIgnore()
        .execute();
      const job = await jobs.findOneOrFail({ where: own, select: { id: true, state: true } });
      if (job.id !== id && job.state !== 'failed') return job.id;
      if (job.id !== id) await jobs.update(job.id, { ...queued, ...created, ...unfinished });
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: roleFor(actor, kind),
        event: 'calculation.request',
        subjectType,
        subjectId,
        programmeId,
        details: { kind, inputHash },
      });
      await this.database.afterCommit(() => this.runner.wake());
      return job.id;
    });
  }

  /** The newest job of a kind for a subject, whatever its input; null when nobody has asked. */
  async latest<K extends CalculationKind>(kind: K, subjectId: string): Promise<JobRow<K> | null> {
    const row = await this.database.row<StoredJob>(
      `${select} WHERE kind = ? AND subject_id = ? ORDER BY created_at DESC, id DESC LIMIT 1`,
      [kind, subjectId],
    );
    return row && (parsed(row) as JobRow<K>);
  }

  async byId(id: string): Promise<JobRow | null> {
    const row = await this.database.row<StoredJob>(`${select} WHERE id = ?`, [id]);
    return row && parsed(row);
  }

  /** What a job was given: the whole of it, so it is read only where it is needed. */
  async inputOf<K extends CalculationKind>(job: JobRow<K>): Promise<CalculationInput<K>> {
    const row = await this.database.row<{ input: string }>(
      'SELECT input FROM calculation_job WHERE id = ?',
      [job.id],
    );
    return JSON.parse(row!.input) as CalculationInput<K>;
  }

  /** How many calculations are before this one in the queue, the running one counted. */
  async ahead({ createdAt, id }: JobRow): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM calculation_job WHERE state IN ('queued', 'running')
       AND (created_at < ? OR (created_at = ? AND id < ?))`,
      [createdAt, createdAt, id],
    );
    return row?.count ?? 0;
  }
}

export function isOpen({ state }: Pick<JobRow, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

type StoredJob = Omit<JobRow, 'result' | 'refusalVariables'> & {
  readonly result: string | null;
  readonly refusalVariables: string | null;
};

const select = `SELECT id, kind, subject_type, subject_id, input_hash, state, done, total, result,
  refusal_code, refusal_variables, return_path, created_by, created_at, started_at, finished_at
  FROM calculation_job`;

const unfinished = {
  result: null,
  refusalCode: null,
  refusalVariables: null,
  startedAt: null,
  finishedAt: null,
};

function parsed(row: StoredJob): JobRow {
  const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
  return {
    ...row,
    result: json(row.result) as JobRow['result'],
    refusalVariables: json(row.refusalVariables) as RuleErrorVariables | null,
  };
}

/** The duty by which the person may ask for this kind. */
function roleFor(actor: Actor, kind: CalculationKind): string {
  return policies[calculationKinds[kind]].find((role) => holds(actor, role)) ?? actor.kind;
}
