import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Instant, Text } from '../database/columns.js';

/** That a witness saw the log end there, and begin with all it had seen before. */
@Entity()
export class LogCosignature {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_cosignature_pk' })
  @ForeignKey('LogCheckpoint', { name: 'log_cosignature_checkpoint_fk' })
  size!: number;
  @PrimaryColumn({
    type: 'varchar',
    length: 20,
    primaryKeyConstraintName: 'log_cosignature_pk',
  })
  @ForeignKey('LogWitness', { name: 'log_cosignature_witness_fk' })
  witnessId!: string;
  @Text(400) line!: string;
  /** By the clock of the witness, to the second. */
  @Instant() at!: string;
}
