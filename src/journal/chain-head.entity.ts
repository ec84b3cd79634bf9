import { Entity, PrimaryColumn } from 'typeorm';
import { Text, Whole } from '../database/columns.js';

/**
 * One row: the last link of the journal, locked while the next is written, and the generation of
 * the public pages, which rises in the same transaction as any change they show.
 */
@Entity()
export class ChainHead {
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Whole() sequence!: number;
  @Text(64) hash!: string;
  @Whole() publicGeneration!: number;
}
