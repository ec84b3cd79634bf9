import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Id, Instant, Json, LongText, OneOf, RefId } from '../database/columns.js';

export const correctionStages = ['division', 'screening'] as const;

/** Which items an application may repair, why, and until when; everything else stays locked. */
@Entity()
export class CorrectionRequest {
  @Id() id!: string;
  @Index('correction_request_application')
  @ForeignKey('Application', { name: 'correction_request_application_fk' })
  @RefId()
  applicationId!: string;
  @OneOf(correctionStages) stage!: (typeof correctionStages)[number];
  /** Keys of the opened items: figure keys, indicator codes, answer rows. */
  @Json() items!: string[];
  @LongText() reason!: string;
  @RefId() requestedBy!: string;
  @Instant() requestedAt!: string;
  @Day() dueOn!: string;
  @Instant({ nullable: true }) answeredAt!: string | null;
}
