import { Entity, PrimaryColumn } from 'typeorm';
import { Text, Whole } from '../database/columns.js';

/** An e-commerce park; merchants name it by code. */
@Entity()
export class Park {
  @PrimaryColumn({ type: 'varchar', length: 20 }) code!: string;
  @Text(40) nameZh!: string;
  @Text(80) nameEn!: string;
  @Text(12) divisionCode!: string;
  @Whole() sinceYear!: number;
}
