import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Whole } from '../../database/columns.js';
import { ENTRY_KINDS, type EntryKind } from '../../rules/hall/late-clock.js';

/** Times that came afterwards: entered by the keeper, or taken over from a laptop. They count at once, and no longer when a second person declines them. */
@Entity()
@Unique('late_clock_entry_number_unique', ['turnId', 'number'])
export class LateClockEntry {
  @Id() id!: string;
  @ForeignKey('DefenceTurn', { name: 'late_clock_entry_turn_fk' }) @RefId() turnId!: string;
  /** Counted from 1 within the turn. */
  @Whole() number!: number;
  @OneOf(ENTRY_KINDS) kind!: EntryKind;
  @LongText() reason!: string;
  @RefId() enteredBy!: string;
  @Instant() enteredAt!: string;
  /** 1 when a second person agreed, 0 when that person declined; null before. */
  @Whole({ nullable: true }) accepted!: 0 | 1 | null;
  @RefId({ nullable: true }) decidedBy!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}
