import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, OneOf, RefId, Text, Whole } from '../../database/columns.js';
import { LOCK_STATES, type LockState } from '../../rules/lifecycle/record-states.js';

/**
 * The standings of one category, computed once from the input with `inputHash` and locked by two
 * people before a witness. An unlock makes the next number; all versions stay.
 */
@Entity()
@Unique('standing_lock_number_unique', ['categoryId', 'number'])
export class StandingLock {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'standing_lock_programme_fk' }) @RefId() programmeId!: string;
  @ForeignKey('Category', { name: 'standing_lock_category_fk' }) @RefId() categoryId!: string;
  @Whole() number!: number;
  @OneOf(LOCK_STATES) state!: LockState;
  @Text(64) inputHash!: string;
  @Json() input!: unknown;
  @Json() result!: unknown;
  /** What was decided about spread flags that no added judge has closed. */
  @LongText({ nullable: true }) spreadNote!: string | null;
  @RefId() firstBy!: string;
  @Instant() firstAt!: string;
  @RefId({ nullable: true }) secondBy!: string | null;
  @Instant({ nullable: true }) secondAt!: string | null;
  @RefId({ nullable: true }) witnessedBy!: string | null;
  @Instant({ nullable: true }) witnessedAt!: string | null;
  @Instant({ nullable: true }) supersededAt!: string | null;
}
