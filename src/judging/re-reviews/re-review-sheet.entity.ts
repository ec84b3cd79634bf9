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
import type { FigureFinding } from '../../rules/rounds/re-review-result.js';

/** One expert's sheet in a re-review: the life of a score sheet, outside every round and seat. */
@Entity()
@Unique('re_review_sheet_expert_unique', ['panelId', 'expertId'])
@Index('re_review_sheet_account', ['accountId', 'state'])
export class ReReviewSheet {
  @Id() id!: string;
  @ForeignKey('ReReviewPanel', { name: 're_review_sheet_panel_fk' }) @RefId() panelId!: string;
  @ForeignKey('Expert', { name: 're_review_sheet_expert_fk' }) @RefId() expertId!: string;
  @ForeignKey('Account', { name: 're_review_sheet_account_fk' }) @RefId() accountId!: string;
  /** Place among the experts of this re-review. */
  @Whole() number!: number;
  @OneOf(SCORE_SHEET_STATES) state!: ScoreSheetState;
  /** When the expert declared to have no relation; before that nothing of the file is shown. */
  @Instant({ nullable: true }) declaredAt!: string | null;
  /** Ground of the catalogue on which the expert stepped back. */
  @Text(4, { nullable: true }) ground!: string | null;
  @Json() scores!: Record<string, number>;
  @Json() comments!: Record<string, string>;
  @Json() findings!: Record<string, FigureFinding>;
  @Whole({ nullable: true }) total!: number | null;
  /** What was keyed from the paper so far, the last of each person; shown to nobody. */
  @Json() keyings!: Keying[];
  @Instant({ nullable: true }) firstOpenedAt!: string | null;
  @Instant() savedAt!: string;
  @Instant({ nullable: true }) signedAt!: string | null;
  @Text(64, { nullable: true }) chainHead!: string | null;
  @LongText({ nullable: true }) voidReason!: string | null;
  @Version() version!: number;
}

export interface ReReviewDraft {
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly findings: Readonly<Record<string, FigureFinding>>;
}

export interface Keying extends ReReviewDraft {
  readonly by: string;
  readonly at: string;
}
