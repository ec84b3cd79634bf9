import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../database/columns.js';

/** Random bytes for an entry that is older than the salt of the journal: without them its hash could be guessed. */
@Entity()
export class LogBlind {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_blind_pk' }) sequence!: number;
  /** 64 hex digits. */
  @Text(64) blind!: string;
}
