import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Version,
} from '../../database/columns.js';
import { PRACTICE_STATES, type PracticeState } from '../../rules/lifecycle/practice-lifecycle.js';
import {
  type ClaimLevels,
  PRACTICE_SUBJECTS,
  type PracticeFigure,
  type PracticeSubject,
} from '../../rules/practices/practice.js';

export interface PracticePicture {
  readonly documentId: string;
  readonly caption: string;
}

/** What a merchant with a title does well, for others to copy: public once the office has released it. */
@Entity()
@Unique('practice_subject_unique', ['merchantId', 'subject'])
export class Practice {
  @Id() id!: string;
  @ForeignKey('Merchant', { name: 'practice_merchant_fk' }) @RefId() merchantId!: string;
  @OneOf(PRACTICE_SUBJECTS) subject!: PracticeSubject;
  @OneOf(PRACTICE_STATES) state!: PracticeState;
  @Text(40) headline!: string;
  @LongText() doing!: string;
  @LongText() copying!: string;
  @LongText() helped!: string;
  @Text(40, { nullable: true }) figureLabel!: string | null;
  @Text(10, { nullable: true }) figureUnit!: string | null;
  @Json() figures!: PracticeFigure[];
  /** The office's word on each claim; empty before a release. */
  @Json() levels!: ClaimLevels;
  @Json() pictures!: PracticePicture[];
  /** Hash of the consent as it was shown, and who gave it. */
  @Text(64, { nullable: true }) consentHash!: string | null;
  @RefId({ nullable: true }) consentedBy!: string | null;
  @Instant({ nullable: true }) submittedAt!: string | null;
  @RefId({ nullable: true }) reviewedBy!: string | null;
  @Instant({ nullable: true }) reviewedAt!: string | null;
  @LongText({ nullable: true }) returnReason!: string | null;
  @Instant() changedAt!: string;
  @Version() version!: number;
}
