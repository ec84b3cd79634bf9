import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, RefId, Text, Whole } from '../database/columns.js';

/** A prize class of a programme; its rules stand in the rule version under the same code. */
@Entity()
@Unique('category_code_unique', ['programmeId', 'code'])
export class Category {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'category_programme_fk' }) @RefId() programmeId!: string;
  @Text(4) code!: string;
  @Text(40) nameZh!: string;
  @Text(80) nameEn!: string;
  @Whole() position!: number;
}
