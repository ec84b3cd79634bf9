import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId, Text, Whole } from '../../database/columns.js';
import {
  COMPLAINTS,
  type Complaints,
  ELIGIBILITIES,
  type Eligibility,
} from '../../rules/titles/review-findings.js';
import {
  REVIEW_TRIGGERS,
  REVIEW_VETOES,
  type ReviewTrigger,
  type ReviewVeto,
} from '../../rules/titles/title-grounds.js';

export const REVIEW_OUTCOMES = ['confirmed', 'warned', 'revoked', 'expired'] as const;

/** One look at a title: what opened it, what the verifier found, and what became of it. */
@Entity()
@Unique('title_review_year_unique', ['titleId', 'year'])
export class TitleReview {
  @Id() id!: string;
  @Index('title_review_title')
  @ForeignKey('Title', { name: 'title_review_title_fk' })
  @RefId()
  titleId!: string;
  /** The year whose return is reviewed; null for a review that something else opened. */
  @Whole({ nullable: true }) year!: number | null;
  @OneOf(REVIEW_TRIGGERS) trigger!: ReviewTrigger;
  @LongText({ nullable: true }) reason!: string | null;
  @RefId({ nullable: true }) openedBy!: string | null;
  @Day() openedOn!: string;
  @Day() dueOn!: string;
  @Day({ nullable: true }) creditAsOf!: string | null;
  @Text(60, { nullable: true }) creditSource!: string | null;
  @OneOf(REVIEW_VETOES, { nullable: true }) creditHit!: ReviewVeto | null;
  @OneOf(ELIGIBILITIES, { nullable: true }) eligibility!: Eligibility | null;
  @OneOf(COMPLAINTS, { nullable: true }) complaints!: Complaints | null;
  @LongText({ nullable: true }) note!: string | null;
  @RefId({ nullable: true }) checkedBy!: string | null;
  @Instant({ nullable: true }) checkedAt!: string | null;
  @OneOf(REVIEW_OUTCOMES, { nullable: true }) outcome!: (typeof REVIEW_OUTCOMES)[number] | null;
  @RefId({ nullable: true }) closedBy!: string | null;
  @Instant({ nullable: true }) closedAt!: string | null;
}
