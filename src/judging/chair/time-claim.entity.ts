import { Entity, ForeignKey, Unique } from 'typeorm';
import { Day, Id, Instant, RefId } from '../../database/columns.js';

/** A judge said that a round ends too soon: on this day, so that a later end can be too soon again. */
@Entity()
@Unique('time_claim_seat_unique', ['roundId', 'seatId', 'closesOn'])
export class TimeClaim {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'time_claim_round_fk' }) @RefId() roundId!: string;
  @ForeignKey('Seat', { name: 'time_claim_seat_fk' }) @RefId() seatId!: string;
  @Day() closesOn!: string;
  @Instant() claimedAt!: string;
}
