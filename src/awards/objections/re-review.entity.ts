import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Flag, Id, Instant, Json, LongText, RefId } from '../../database/columns.js';
import type { PlaceAfterCorrection } from '../../rules/provenance/place-after-correction.js';
import type { SheetCode } from '../../rules/scoring/indicator.js';

/** What other experts found after an objection was partly upheld, and what it corrects. */
@Entity()
@Unique('re_review_objection_unique', ['objectionId'])
export class ReReview {
  @Id() id!: string;
  @ForeignKey('Objection', { name: 're_review_objection_fk' }) @RefId() objectionId!: string;
  @Index('re_review_application')
  @ForeignKey('Application', { name: 're_review_application_fk' })
  @RefId()
  applicationId!: string;
  @LongText() opinion!: string;
  @Json() figures!: CorrectedFigure[];
  @Json() scores!: CorrectedScore[];
  @RefId() recordedBy!: string;
  @Instant() recordedAt!: string;
  /** The lock that first counted it; null while the standings are the old ones. */
  @RefId({ nullable: true }) lockId!: string | null;
  /** The notice that told it: from then on the merchant's own notice period runs. */
  @RefId({ nullable: true }) noticeId!: string | null;
  /** After publication (R5): where the merchant stands with the correction; null of every other. */
  @Json({ nullable: true }) place!: PlaceAfterCorrection | null;
  /** The merchant would not have been listed. */
  @Flag() placeLost!: boolean;
}

export interface CorrectedFigure {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Points in hundredths, as the signed sheets of the experts had them. The median of what they gave counts on every signed sheet; the sheets stay as signed. */
export interface CorrectedScore {
  readonly sheet: SheetCode;
  readonly indicator: string;
  readonly before: Readonly<Record<string, number>>;
  readonly given: readonly number[];
  readonly after: number;
}
