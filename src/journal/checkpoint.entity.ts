import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, OneOf, RefId, Text } from '../database/columns.js';

/** What made the office send out the head of its journal. */
export const CHECKPOINT_OCCASIONS = ['day', 'lock', 'publication'] as const;

export type CheckpointOccasion = (typeof CHECKPOINT_OCCASIONS)[number];

/** The head of the journal as it was signed and sent out after one entry. */
@Entity()
export class Checkpoint {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'checkpoint_pk' }) sequence!: number;
  @Text(64) hash!: string;
  /** Ed25519, base64url. */
  @Text(86) signature!: string;
  @OneOf(CHECKPOINT_OCCASIONS) occasion!: CheckpointOccasion;
  /** The lock or the notice on whose papers it is printed. */
  @RefId({ nullable: true }) subjectId!: string | null;
  @Instant() at!: string;
}
