import { Entity, ForeignKey, Unique } from 'typeorm';
import {
  Flag,
  Id,
  Instant,
  LongText,
  OneOf,
  RefId,
  Version,
  Whole,
} from '../../database/columns.js';
import { ATTENDANCES, type Attendance } from '../../rules/hall/attendance.js';

/** A merchant's place in a drawn order, and who came when it was called. */
@Entity()
@Unique('defence_turn_place_unique', ['orderId', 'place'])
@Unique('defence_turn_application_unique', ['orderId', 'applicationId'])
export class DefenceTurn {
  @Id() id!: string;
  @ForeignKey('DefenceOrder', { name: 'defence_turn_order_fk' }) @RefId() orderId!: string;
  @ForeignKey('Application', { name: 'defence_turn_application_fk' })
  @RefId()
  applicationId!: string;
  /** Counted from 1. */
  @Whole() place!: number;
  @OneOf(ATTENDANCES, { nullable: true }) attendance!: Attendance | null;
  /** Was absent when called, and is called once more after the last. */
  @Flag() again!: boolean;
  /** Who spoke, sealed. */
  @LongText({ nullable: true }) speakerSealed!: string | null;
  @LongText({ nullable: true }) note!: string | null;
  @RefId({ nullable: true }) attendanceBy!: string | null;
  @Instant({ nullable: true }) attendanceAt!: string | null;
  /** Where a laptop without a network noted who came. */
  @ForeignKey('HallFile', { name: 'defence_turn_hall_file_fk' })
  @RefId({ nullable: true })
  hallFileId!: string | null;
  @Version() version!: number;
}
