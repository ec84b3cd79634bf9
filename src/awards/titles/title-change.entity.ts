import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId } from '../../database/columns.js';
import { CHANGE_KINDS, type ChangeKind } from '../../rules/titles/change-duty.js';

/** A change that the holder of a title reported, and what the office made of it. */
@Entity()
export class TitleChange {
  @Id() id!: string;
  @Index('title_change_merchant')
  @ForeignKey('Merchant', { name: 'title_change_merchant_fk' })
  @RefId()
  merchantId!: string;
  @OneOf(CHANGE_KINDS) kind!: ChangeKind;
  @Day() happenedOn!: string;
  @LongText() text!: string;
  @RefId() reportedBy!: string;
  @Instant() reportedAt!: string;
  /** The last day on which the report was in time. */
  @Day() dueOn!: string;
  @RefId({ nullable: true }) handledBy!: string | null;
  @Instant({ nullable: true }) handledAt!: string | null;
  @LongText({ nullable: true }) reply!: string | null;
}
