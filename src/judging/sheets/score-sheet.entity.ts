import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Flag,
  Id,
  Instant,
  Json,
  LongText,
  OneOf,
  RefId,
  Text,
  Version,
  Whole,
} from '../../database/columns.js';
import {
  SCORE_SHEET_STATES,
  type ScoreSheetState,
} from '../../rules/lifecycle/score-sheet-lifecycle.js';

/** One judge's scores on one application in one round. Signed sheets change only by being voided. */
@Entity()
@Unique('score_sheet_seat_unique', ['roundId', 'applicationId', 'seatId'])
/** Holds all that a judge's home counts, so that the long rows themselves are not read. */
@Index('score_sheet_judge', ['accountId', 'roundId', 'position', 'id', 'seatId', 'state', 'total'])
@Index('score_sheet_round', ['roundId', 'state'])
export class ScoreSheet {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'score_sheet_round_fk' }) @RefId() roundId!: string;
  @Index('score_sheet_application')
  @ForeignKey('Application', { name: 'score_sheet_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('Seat', { name: 'score_sheet_seat_fk' }) @RefId() seatId!: string;
  @ForeignKey('Account', { name: 'score_sheet_account_fk' }) @RefId() accountId!: string;
  /** Given to score a flagged application again, beside the first pass. */
  @Flag() added!: boolean;
  /** This judge's own random order, drawn once; nothing to be read from it. */
  @Whole() position!: number;
  @OneOf(SCORE_SHEET_STATES) state!: ScoreSheetState;
  /** Indicator code → hundredths of a point, absent while unscored. */
  @Json() scores!: Record<string, number>;
  @Json() comments!: Record<string, string>;
  /** Sum of the scores in hundredths, null until every indicator has one. */
  @Whole({ nullable: true }) total!: number | null;
  @Instant({ nullable: true }) firstOpenedAt!: string | null;
  /** The first save on which every indicator had its score; kept when the judge changes some later. */
  @Instant({ nullable: true }) completedAt!: string | null;
  @Instant() savedAt!: string;
  /** When the judge last looked at it among all own sheets. */
  @Instant({ nullable: true }) reviewedAt!: string | null;
  @Instant({ nullable: true }) signedAt!: string | null;
  /** Head of the journal when it was signed, printed on the sheet. */
  @Text(64, { nullable: true }) chainHead!: string | null;
  /** Since when the office keys it from paper: it is no longer scored or signed on a device. */
  @Instant({ nullable: true }) paperSince!: string | null;
  @LongText({ nullable: true }) dissent!: string | null;
  @LongText({ nullable: true }) voidReason!: string | null;
  @Version() version!: number;
}
