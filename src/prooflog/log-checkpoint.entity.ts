import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Text } from '../database/columns.js';

/** Where the public log ended once, as the office signed it. */
@Entity()
export class LogCheckpoint {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_checkpoint_pk' }) size!: number;
  /** Name of the log; it stays when the address of the office changes. */
  @Text(200) origin!: string;
  /** 64 hex digits. */
  @Text(64) root!: string;
  /** The line of the office below the checkpoint. */
  @Text(400) signature!: string;
  @Instant() at!: string;
}
