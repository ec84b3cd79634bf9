import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId } from '../../database/columns.js';
import { WARNING_GROUNDS, type WarningGround } from '../../rules/titles/title-grounds.js';

export const WARNING_ENDINGS = ['lifted', 'revoked', 'expired'] as const;

/** A warning with its term, what the merchant says it has repaired, and how it ended. */
@Entity()
export class TitleWarning {
  @Id() id!: string;
  @Index('title_warning_title')
  @ForeignKey('Title', { name: 'title_warning_title_fk' })
  @RefId()
  titleId!: string;
  @ForeignKey('TitleReview', { name: 'title_warning_review_fk' }) @RefId() reviewId!: string;
  @OneOf(WARNING_GROUNDS) ground!: WarningGround;
  @LongText() reason!: string;
  @RefId() warnedBy!: string;
  @Day() warnedOn!: string;
  @Day() termEndsOn!: string;
  @Day({ nullable: true }) remindedOn!: string | null;
  /** Stands until the office has told the merchant that it is not enough. */
  @LongText({ nullable: true }) cure!: string | null;
  @Day({ nullable: true }) cureFiledOn!: string | null;
  @OneOf(WARNING_ENDINGS, { nullable: true }) ending!: (typeof WARNING_ENDINGS)[number] | null;
  @RefId({ nullable: true }) endedBy!: string | null;
  @Instant({ nullable: true }) endedAt!: string | null;
  @LongText({ nullable: true }) endReason!: string | null;
}
