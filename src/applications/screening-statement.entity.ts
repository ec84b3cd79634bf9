import { Entity, ForeignKey, Unique } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId } from '../database/columns.js';

export const statementOutcomes = ['upheld', 'reopened'] as const;

/** What an applicant says against being screened out, once and in time, and the office's reply. */
@Entity()
@Unique('screening_statement_application_unique', ['applicationId'])
export class ScreeningStatement {
  @Id() id!: string;
  @ForeignKey('Application', { name: 'screening_statement_application_fk' })
  @RefId()
  applicationId!: string;
  @LongText() statement!: string;
  @RefId() statedBy!: string;
  @Instant() statedAt!: string;
  /** Last day on which the office must reply. */
  @Day() answerDueOn!: string;
  /** The decision stands, or the file goes back to screening. */
  @OneOf(statementOutcomes, { nullable: true })
  outcome!: (typeof statementOutcomes)[number] | null;
  @LongText({ nullable: true }) reply!: string | null;
  @RefId({ nullable: true }) repliedBy!: string | null;
  @Instant({ nullable: true }) repliedAt!: string | null;
}
