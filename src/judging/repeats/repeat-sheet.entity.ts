import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
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

/**
 * An own file that a judge scores a second time without knowing it. Its judge meets it as any other sheet;
 * no score, rank, flag or bundle reads this table.
 */
@Entity()
@Unique('repeat_sheet_seat_unique', ['roundId', 'seatId'])
@Unique('repeat_sheet_number_unique', ['roundId', 'number'])
@Index('repeat_sheet_account', ['accountId', 'roundId'])
export class RepeatSheet {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'repeat_sheet_round_fk' }) @RefId() roundId!: string;
  @ForeignKey('Application', { name: 'repeat_sheet_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('Seat', { name: 'repeat_sheet_seat_fk' }) @RefId() seatId!: string;
  @ForeignKey('Account', { name: 'repeat_sheet_account_fk' }) @RefId() accountId!: string;
  /** What the judge reads in the place of the number of the application. */
  @Text(10) number!: string;
  @Whole() position!: number;
  /** Never voided: what is no longer wanted is taken out. */
  @OneOf(SCORE_SHEET_STATES) state!: ScoreSheetState;
  @Json() scores!: Record<string, number>;
  @Json() comments!: Record<string, string>;
  @Whole({ nullable: true }) total!: number | null;
  @Instant({ nullable: true }) firstOpenedAt!: string | null;
  @Instant({ nullable: true }) completedAt!: string | null;
  @Instant() savedAt!: string;
  @Instant({ nullable: true }) reviewedAt!: string | null;
  @Instant({ nullable: true }) signedAt!: string | null;
  @Text(64, { nullable: true }) chainHead!: string | null;
  @LongText({ nullable: true }) dissent!: string | null;
  @Version() version!: number;
}
