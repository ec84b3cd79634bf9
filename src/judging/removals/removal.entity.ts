import { Entity, ForeignKey, Index } from 'typeorm';
import { Flag, Id, Instant, LongText, OneOf, RefId, Text } from '../../database/columns.js';
import { REMOVAL_STATES, type RemovalState } from '../../rules/lifecycle/removal-states.js';

/** A proposal to take a judge or an expert off one application, or a judge off the panel, and what a second person decided. */
@Entity()
export class Removal {
  @Id() id!: string;
  @Index('removal_programme')
  @ForeignKey('Programme', { name: 'removal_programme_fk' })
  @RefId()
  programmeId!: string;
  @ForeignKey('Category', { name: 'removal_category_fk' }) @RefId() categoryId!: string;
  @Index('removal_seat')
  @ForeignKey('Seat', { name: 'removal_seat_fk' })
  @RefId({ nullable: true })
  seatId!: string | null;
  /** An expert's sheet in a re-review, which has no seat. */
  @Index('removal_re_review_sheet')
  @ForeignKey('ReReviewSheet', { name: 'removal_re_review_sheet_fk' })
  @RefId({ nullable: true })
  reReviewSheetId!: string | null;
  /** The application whose sheet is to fall; null when the judge leaves the panel. */
  @Index('removal_application')
  @ForeignKey('Application', { name: 'removal_application_fk' })
  @RefId({ nullable: true })
  applicationId!: string | null;
  /** Ground of the catalogue; null when a judge leaves the panel for another reason. */
  @Text(4, { nullable: true }) ground!: string | null;
  @LongText() reason!: string;
  /** An alternate is to take the seat. */
  @Flag() promote!: boolean;
  /** Who was next in line when it was proposed. */
  @RefId({ nullable: true }) nextSeatId!: string | null;
  @OneOf(REMOVAL_STATES) state!: RemovalState;
  @RefId() proposedBy!: string;
  @Instant() proposedAt!: string;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
  @LongText({ nullable: true }) decisionReason!: string | null;
}
