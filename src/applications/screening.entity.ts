import { Entity, ForeignKey, Unique } from 'typeorm';
import { Day, Id, Instant, LongText, OneOf, RefId, Version } from '../database/columns.js';

export const screeningResults = ['in', 'out'] as const;

/** The pass or fail of the qualification check, with the reason told to the applicant. */
@Entity()
@Unique('screening_application_unique', ['applicationId'])
export class Screening {
  @Id() id!: string;
  @ForeignKey('Application', { name: 'screening_application_fk' }) @RefId() applicationId!: string;
  @OneOf(screeningResults) result!: (typeof screeningResults)[number];
  @LongText({ nullable: true }) reason!: string | null;
  @LongText({ nullable: true }) basis!: string | null;
  @LongText({ nullable: true }) remedy!: string | null;
  /** Last day on which an applicant who was screened out may state its case. */
  @Day({ nullable: true }) statementDueOn!: string | null;
  @RefId() screenerId!: string;
  @Instant() screenedAt!: string;
  @Version() version!: number;
}
