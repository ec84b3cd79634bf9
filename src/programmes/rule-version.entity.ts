import { Entity, ForeignKey, Unique } from 'typeorm';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { Id, Instant, Json, LongText, RefId, Text, Whole } from '../database/columns.js';

/** The rules of a programme as data. Frozen on announcement; a change is the next number. */
@Entity()
@Unique('rule_version_number_unique', ['programmeId', 'number'])
export class RuleVersion {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'rule_version_programme_fk' }) @RefId() programmeId!: string;
  @Whole() number!: number;
  @Json() rules!: RuleSet;
  @Text(64) hash!: string;
  @LongText() reason!: string;
  @RefId({ nullable: true }) authorId!: string | null;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) frozenAt!: string | null;
}
