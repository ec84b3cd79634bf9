import { Entity, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, RefId, Text, Version, Whole } from '../database/columns.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';

/** One edition of the selection. `dataYear` is T, the last full calendar year before it. */
@Entity()
@Unique('programme_slug_unique', ['slug'])
export class Programme {
  @Id() id!: string;
  @Text(40) slug!: string;
  @Text(60) name!: string;
  @Whole() year!: number;
  @Whole() dataYear!: number;
  @Text(40) state!: ProgrammeState;
  @Text(60) host!: string;
  @LongText() scope!: string;
  @Text(40) cycle!: string;
  @LongText() funds!: string;
  /** Phase → planned first and last Beijing day and the working days it was planned with. */
  @Json() calendar!: ProgrammeCalendar;
  @RefId({ nullable: true }) ruleVersionId!: string | null;
  @RefId({ nullable: true }) copiedFromId!: string | null;
  /** A historical programme whose winners were not recorded says so instead of listing none. */
  @Text(40, { nullable: true }) historicalNote!: string | null;
  @RefId({ nullable: true }) preparedBy!: string | null;
  @Instant() createdAt!: string;
  @Instant() stateSince!: string;
  @LongText({ nullable: true }) cancellationReason!: string | null;
  @Version() version!: number;
}

export interface CalendarPhase {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
  readonly workingDays: number;
}
export type ProgrammeCalendar = readonly CalendarPhase[];
