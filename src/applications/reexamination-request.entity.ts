import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId } from '../database/columns.js';

export const reexaminationDecisions = ['accepted', 'refused'] as const;

/** A declined applicant's one request to be looked at again, and what the city office answered. */
@Entity()
@Unique('reexamination_request_application_unique', ['applicationId'])
export class ReexaminationRequest {
  @Id() id!: string;
  @Index('reexamination_request_application')
  @ForeignKey('Application', { name: 'reexamination_request_application_fk' })
  @RefId()
  applicationId!: string;
  @LongText() statement!: string;
  @RefId() requestedBy!: string;
  @Instant() requestedAt!: string;
  /** Last day on which the office must answer. */
  @Day() answerDueOn!: string;
  @OneOf(reexaminationDecisions, { nullable: true })
  decision!: (typeof reexaminationDecisions)[number] | null;
  @LongText({ nullable: true }) reply!: string | null;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}
