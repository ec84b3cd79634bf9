import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text, Version, Whole } from '../database/columns.js';

export const conclusions = ['recommend', 'decline'] as const;

/** A division office's opinion and rank on an application; signed by a second person. */
@Entity()
@Unique('recommendation_application_unique', ['applicationId'])
@Index('recommendation_rank', ['divisionCode', 'categoryId', 'rank'])
export class Recommendation {
  @Id() id!: string;
  @ForeignKey('Application', { name: 'recommendation_application_fk' })
  @RefId()
  applicationId!: string;
  @Text(12) divisionCode!: string;
  @RefId() categoryId!: string;
  @OneOf(conclusions) conclusion!: (typeof conclusions)[number];
  @Whole({ nullable: true }) rank!: number | null;
  @LongText() opinion!: string;
  /** Why the approver declines, as told to the applicant. */
  @LongText({ nullable: true }) declineReason!: string | null;
  @RefId() reviewerId!: string;
  @Instant() reviewedAt!: string;
  @RefId({ nullable: true }) sealScanId!: string | null;
  @RefId({ nullable: true }) approverId!: string | null;
  @Instant({ nullable: true }) approvedAt!: string | null;
  @Version() version!: number;
}
