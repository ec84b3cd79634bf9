import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, Json, OneOf, RefId, Text, Whole } from '../database/columns.js';
import type { ApplicationAnswers } from './application.entity.js';

export const submissionKinds = ['submission', 'correction'] as const;

/**
 * An application as it was handed in, once for each time. The newest one counts; a change that is never
 * handed in is undone from here. Nothing here is changed afterwards.
 */
@Entity()
@Unique('submission_number_unique', ['applicationId', 'number'])
export class Submission {
  @Id() id!: string;
  @ForeignKey('Application', { name: 'submission_application_fk' })
  @RefId()
  applicationId!: string;
  @Whole() number!: number;
  @OneOf(submissionKinds) kind!: (typeof submissionKinds)[number];
  @Instant() submittedAt!: string;
  /** Null where the clock ended a correction. */
  @RefId({ nullable: true }) accountId!: string | null;
  @Text(20, { nullable: true }) confirmation!: string | null;
  @Text(64) contentHash!: string;
  @Json() content!: SubmittedContent;
}

export interface SubmittedContent {
  readonly divisionCode: string;
  readonly snapshot: Readonly<Record<string, unknown>> | null;
  readonly answers: ApplicationAnswers;
  readonly eligibility: unknown;
  readonly eligibilityAt: string | null;
  readonly figures: readonly { readonly key: string; readonly claimed: string | null }[];
  readonly evidence: readonly SubmittedEvidence[];
}

export interface SubmittedEvidence {
  readonly documentId: string;
  readonly indicator: string;
  readonly caption: string;
  readonly createdAt: string;
  readonly name: string;
  readonly hash: string;
  readonly size: number;
}
