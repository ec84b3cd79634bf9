import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Flag, Id, Json, RefId, Text, Whole } from '../../database/columns.js';

/** One application's place in one lock, with its whole working for the page that explains it. */
@Entity()
@Unique('standing_application_unique', ['lockId', 'applicationId'])
@Index('standing_lock_standing', ['lockId', 'standing'])
export class Standing {
  @Id() id!: string;
  @ForeignKey('StandingLock', { name: 'standing_lock_fk' }) @RefId() lockId!: string;
  @Index('standing_application')
  @ForeignKey('Application', { name: 'standing_application_fk' })
  @RefId()
  applicationId!: string;
  @Whole() standing!: number;
  @Flag() shared!: boolean;
  /** Composite in millionths of a point, half-up; the exact fraction is in `working`. */
  @Whole() compositeMillionths!: number;
  @Text(40) outcome!: string;
  @Json() working!: unknown;
  /** The row of the ranking page; reading it never opens `working`. */
  @Json() summary!: StandingSummary;
}

/** What the ranking page prints beside the columns; points are decimal text with two places. */
export interface StandingSummary {
  readonly receipt: string;
  readonly merchant: string;
  readonly division: string;
  /** Sum of computed and verified points before the judges' part. */
  readonly verified: string;
  readonly sheets: readonly SheetSummary[];
  readonly composite: string;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly ballotOpen: boolean;
}

export interface SheetSummary {
  readonly sheet: string;
  /** Total by seat; `dropped` says that it was left out of the mean. */
  readonly totals: readonly {
    readonly seat: number;
    readonly points: string;
    readonly dropped: boolean;
  }[];
}
