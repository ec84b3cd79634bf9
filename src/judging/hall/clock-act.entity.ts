import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Whole } from '../../database/columns.js';
import { CLOCK_ACTS, type ClockActKind } from '../../rules/hall/hall-clock.js';

/** One act on the clock of a turn. Acts are added and never changed; the time is what they add up to. */
@Entity()
@Unique('clock_act_number_unique', ['turnId', 'number'])
export class ClockAct {
  @Id() id!: string;
  @ForeignKey('DefenceTurn', { name: 'clock_act_turn_fk' }) @RefId() turnId!: string;
  /** Counted from 1 within the turn. */
  @Whole() number!: number;
  @OneOf(CLOCK_ACTS) kind!: ClockActKind;
  /** Why it was stopped; only of a pause. */
  @LongText({ nullable: true }) reason!: string | null;
  @RefId() byId!: string;
  @Instant() at!: string;
  /** Entered afterwards, with others of the same entry. */
  @ForeignKey('LateClockEntry', { name: 'clock_act_late_entry_fk' })
  @RefId({ nullable: true })
  lateEntryId!: string | null;
}
