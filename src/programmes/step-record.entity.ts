import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, RefId, Text } from '../database/columns.js';

/** A fact that only people can attest (minutes signed, witness present), with who and when. */
@Entity()
@Index('step_record_programme', ['programmeId', 'guard'])
export class StepRecord {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'step_record_programme_fk' }) @RefId() programmeId!: string;
  /** The guard it meets, and the state in which it was recorded. */
  @Text(60) guard!: string;
  @Text(40) state!: string;
  @LongText() text!: string;
  @RefId() recordedBy!: string;
  @Text(40) role!: string;
  @Instant() recordedAt!: string;
}
