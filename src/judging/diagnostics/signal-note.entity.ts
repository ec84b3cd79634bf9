import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text } from '../../database/columns.js';

export const signalOutcomes = ['lookedInto', 'explained', 'passedOn'] as const;
export type SignalOutcome = (typeof signalOutcomes)[number];

/** What the supervisor wrote about one signal; the newest one holds, none is changed. */
@Entity()
@Index('signal_note_signal', ['roundId', 'signal'])
export class SignalNote {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'signal_note_round_fk' }) @RefId() roundId!: string;
  /** `signalId` of the test. */
  @Text(16) signal!: string;
  @Text(20) kind!: string;
  @ForeignKey('Seat', { name: 'signal_note_seat_fk' }) @RefId() seatId!: string;
  @OneOf(signalOutcomes) outcome!: SignalOutcome;
  @LongText() note!: string;
  @RefId() notedBy!: string;
  @Instant() notedAt!: string;
}
