import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Whole } from '../../database/columns.js';
import { MINUTE_KINDS, type MinuteKind } from '../../rules/rounds/panel-minutes.js';

/** An entry of the minutes of a round. Entries are added and never changed; a question gets one answer. */
@Entity()
@Unique('panel_minute_number_unique', ['roundId', 'number'])
export class PanelMinute {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'panel_minute_round_fk' }) @RefId() roundId!: string;
  /** Counted from 1 within the round. */
  @Whole() number!: number;
  @OneOf(MINUTE_KINDS) kind!: MinuteKind;
  @LongText() text!: string;
  @RefId() recordedBy!: string;
  @Instant() recordedAt!: string;
  @LongText({ nullable: true }) answer!: string | null;
  @RefId({ nullable: true }) answeredBy!: string | null;
  @Instant({ nullable: true }) answeredAt!: string | null;
}
