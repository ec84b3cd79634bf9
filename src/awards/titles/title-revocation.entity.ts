import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId, Text } from '../../database/columns.js';
import {
  REVOCATION_DECISIONS,
  type RevocationDecision,
} from '../../rules/titles/revocation-steps.js';
import { REVOCATION_GROUNDS, type RevocationGround } from '../../rules/titles/title-grounds.js';

/**
 * A proposal that a title ends: its ground, what the merchant says, what a second person decides, the
 * day its notice was posted, the way of the plaque, and the annulment by a higher body where there was one.
 */
@Entity()
export class TitleRevocation {
  @Id() id!: string;
  @Index('title_revocation_title')
  @ForeignKey('Title', { name: 'title_revocation_title_fk' })
  @RefId()
  titleId!: string;
  @OneOf(REVOCATION_GROUNDS) ground!: RevocationGround;
  /** What was found; for the merchant and the office, never printed. */
  @LongText() facts!: string;
  @RefId() proposedBy!: string;
  @Instant() proposedAt!: string;
  @Day() statementDueOn!: string;
  @LongText({ nullable: true }) statement!: string | null;
  @Instant({ nullable: true }) statedAt!: string | null;
  @RefId({ nullable: true }) statedBy!: string | null;
  @OneOf(REVOCATION_DECISIONS, { nullable: true }) decision!: RevocationDecision | null;
  @LongText({ nullable: true }) decisionReason!: string | null;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
  /** The notice, first as a draft and then posted, under one id. */
  @RefId({ nullable: true }) noticeId!: string | null;
  @Day({ nullable: true }) postedOn!: string | null;
  /** The title ended another way before the notice was posted. */
  @Day({ nullable: true }) lapsedOn!: string | null;
  @Day({ nullable: true }) plaqueDueOn!: string | null;
  @Day({ nullable: true }) plaqueReturnedOn!: string | null;
  @Text(200, { nullable: true }) plaqueNote!: string | null;
  @RefId({ nullable: true }) plaqueBy!: string | null;
  /** The body that annulled the decision, the number of its paper, and the notice that gives the title back. */
  @Text(60, { nullable: true }) annulledBy!: string | null;
  @Text(60, { nullable: true }) annulledNumber!: string | null;
  @LongText({ nullable: true }) annulledReason!: string | null;
  @Instant({ nullable: true }) annulmentAt!: string | null;
  @RefId({ nullable: true }) annulmentNoticeId!: string | null;
  @Day({ nullable: true }) restoredOn!: string | null;
}
