import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, LongText, RefId, Text, Whole } from '../../../database/columns.js';

/** A file from which a laptop leads the day of a round, and whether its result has come back. */
@Entity()
@Unique('hall_file_number_unique', ['roundId', 'number'])
export class HallFile {
  @Id() id!: string;
  @ForeignKey('Round', { name: 'hall_file_round_fk' }) @RefId() roundId!: string;
  /** Counted from 1 within the round. */
  @Whole() number!: number;
  /** As it is downloaded. */
  @LongText() content!: string;
  @Text(64) hash!: string;
  /** Public half of the key that its result is signed with. */
  @Text(64) resultKey!: string;
  @RefId() madeBy!: string;
  @Instant() madeAt!: string;
  @Text(64, { nullable: true }) resultHash!: string | null;
  @RefId({ nullable: true }) takenBy!: string | null;
  @Instant({ nullable: true }) takenAt!: string | null;
}
