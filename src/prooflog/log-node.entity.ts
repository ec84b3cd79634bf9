import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../database/columns.js';

/** Root of a whole tile, which is one hash of the level above; kept so that a proof reads a few hundred rows. */
@Entity()
export class LogNode {
  /** 1 and above: leaves are read from the journal. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_node_pk' }) level!: number;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_node_pk' }) place!: number;
  @Text(64) hash!: string;
}
