import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, RefId, Text, Version, Whole } from '../database/columns.js';
import type { ApplicationState } from '../rules/lifecycle/application-states.js';

/** One merchant's bid in one category. The register facts are frozen in `snapshot` at submission. */
@Entity()
@Unique('application_merchant_category_unique', ['merchantId', 'categoryId'])
@Unique('application_receipt_unique', ['receiptNumber'])
@Index('application_programme_state', ['programmeId', 'state'])
export class Application {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'application_programme_fk' }) @RefId() programmeId!: string;
  @Index('application_category')
  @ForeignKey('Category', { name: 'application_category_fk' })
  @RefId()
  categoryId!: string;
  @Index('application_merchant')
  @ForeignKey('Merchant', { name: 'application_merchant_fk' })
  @RefId()
  merchantId!: string;
  /** Where the division office works on it; the merchant's division at submission. */
  @Index('application_division') @Text(12) divisionCode!: string;
  @Text(40) state!: ApplicationState;
  @Instant() stateSince!: string;
  @Text(20, { nullable: true }) receiptNumber!: string | null;
  /** The number judges see in a blind round; random, unrelated to receipt or register. */
  @Text(10, { nullable: true }) judgingNumber!: string | null;
  @Json({ nullable: true }) snapshot!: Record<string, unknown> | null;
  /** Texts for the expert indicators by indicator code, rows such as starters by field key. */
  @Json() answers!: ApplicationAnswers;
  /** Result of the eligibility self-check as the rule returned it. */
  @Json({ nullable: true }) eligibility!: unknown;
  @Instant({ nullable: true }) eligibilityAt!: string | null;
  @Instant({ nullable: true }) submittedAt!: string | null;
  @Whole() correctionCount!: number;
  @RefId() createdBy!: string;
  @Instant() createdAt!: string;
  @Version() version!: number;
}

export interface ApplicationAnswers {
  readonly texts: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  readonly penaltySelfReport: string | null;
}
