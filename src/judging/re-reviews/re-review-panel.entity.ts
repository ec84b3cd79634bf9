import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Day, Flag, Id, Instant, Json, RefId } from '../../database/columns.js';

/** What the experts of a re-review look at again, and how their sheets reach the office. */
@Entity()
@Unique('re_review_panel_objection_unique', ['objectionId'])
export class ReReviewPanel {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 're_review_panel_programme_fk' })
  @RefId()
  programmeId!: string;
  @Index('re_review_panel_application')
  @ForeignKey('Application', { name: 're_review_panel_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('Objection', { name: 're_review_panel_objection_fk' }) @RefId() objectionId!: string;
  /** Codes of the indicators that are scored again, of the material sheet or of the defence. */
  @Json() indicators!: string[];
  /** Keys of the verified figures that are found anew. */
  @Json() figures!: string[];
  /** The sheets are signed on paper and keyed by two people apart. */
  @Flag() onPaper!: boolean;
  /** Of a discovery after publication (R5), whose result is not on record yet. */
  @Flag() openLate!: boolean;
  @Day() closesOn!: string;
  @RefId() appointedBy!: string;
  @Instant() appointedAt!: string;
}
