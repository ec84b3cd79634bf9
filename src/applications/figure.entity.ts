import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text, Version } from '../database/columns.js';

export const verdicts = ['Accepted', 'Reduced', 'Rejected'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * One claimed figure, row or checklist item of an application and the verifier's verdict on it. Values are text as
 * `figuresOf` reads it: whole numbers (money and shares in hundredths), days, codes, 0 or 1. Points
 * use `verified`; `claimed` never changes after submission.
 */
@Entity()
@Unique('figure_key_unique', ['applicationId', 'key'])
export class Figure {
  @Id() id!: string;
  @Index('figure_application')
  @ForeignKey('Application', { name: 'figure_application_fk' })
  @RefId()
  applicationId!: string;
  @Text(60) key!: string;
  @Text(60, { nullable: true }) claimed!: string | null;
  @Text(60, { nullable: true }) verified!: string | null;
  @OneOf(verdicts, { nullable: true }) verdict!: Verdict | null;
  @LongText({ nullable: true }) reason!: string | null;
  @RefId({ nullable: true }) verifierId!: string | null;
  @Instant({ nullable: true }) verifiedAt!: string | null;
  @RefId({ nullable: true }) secondReaderId!: string | null;
  @Instant({ nullable: true }) secondReadAt!: string | null;
  @Version() version!: number;
}
