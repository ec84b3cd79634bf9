import { Entity, Index, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, OneOf, RefId, Text, Whole } from '../database/columns.js';

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/**
 * One long calculation that somebody asked for. The same input for the same subject is one row, so
 * nothing is computed twice; the row is the queue, so a restart goes on where it was.
 */
@Entity()
@Unique('calculation_job_input_unique', ['kind', 'subjectId', 'inputHash'])
@Index('calculation_job_queue', ['state', 'createdAt'])
export class CalculationJob {
  @Id() id!: string;
  @Text(60) kind!: string;
  @Text(40) subjectType!: string;
  @RefId() subjectId!: string;
  /** SHA-256 of `input` as stored. */
  @Text(64) inputHash!: string;
  /** JSON with sorted keys. */
  @LongText() input!: string;
  @OneOf(jobStates) state!: JobState;
  @Whole() done!: number;
  /** 0 until the calculation has said how many steps it has. */
  @Whole() total!: number;
  @LongText({ nullable: true }) result!: string | null;
  /** Locale key of the rule's own sentence, or of what went wrong. */
  @Text(80, { nullable: true }) refusalCode!: string | null;
  @Json({ nullable: true }) refusalVariables!: Record<string, string | number> | null;
  @Text(200) returnPath!: string;
  @RefId() createdBy!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) startedAt!: string | null;
  @Instant({ nullable: true }) finishedAt!: string | null;
  /** The process that computes it, and when that process last said that it is alive. */
  @RefId({ nullable: true }) runner!: string | null;
  @Instant({ nullable: true }) seenAt!: string | null;
}
