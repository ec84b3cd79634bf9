import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, OneOf, RefId, Text, Whole } from '../../database/columns.js';
import type { AssignmentPlan } from '../../rules/assignment/assignment-problem.js';
import type { RoundProblem } from '../../rules/assignment/round-problem.js';

export const assignmentModes = ['wholePanel', 'perApplication'] as const;
export type AssignmentMode = (typeof assignmentModes)[number];

/**
 * The office's decision who scores what in a round; the one with the highest number is in force, and
 * without any the whole panel scores everything. Problem and seed give the plan again.
 */
@Entity()
@Unique('assignment_number_unique', ['roundId', 'number'])
export class Assignment {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'assignment_round_fk' }) @RefId() roundId!: string;
  @Whole() number!: number;
  @OneOf(assignmentModes) mode!: AssignmentMode;
  /** Judges of an application; null, like all that follows down to the hashes, for the whole panel. */
  @Whole({ nullable: true }) perApplication!: number | null;
  @Text(64, { nullable: true }) seed!: string | null;
  @Json({ nullable: true }) problem!: RoundProblem | null;
  @Json({ nullable: true }) plan!: AssignmentPlan | null;
  @Text(64, { nullable: true }) problemHash!: string | null;
  @Text(64, { nullable: true }) planHash!: string | null;
  @LongText() reason!: string;
  @RefId() appliedBy!: string;
  @Instant() appliedAt!: string;
}
