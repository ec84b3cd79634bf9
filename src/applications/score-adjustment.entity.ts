import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Whole } from '../database/columns.js';

/** An itemised bonus or deduction on the material score, in hundredths of a point, with its reason. */
@Entity()
export class ScoreAdjustment {
  @Id() id!: string;
  @Index('score_adjustment_application')
  @ForeignKey('Application', { name: 'score_adjustment_application_fk' })
  @RefId()
  applicationId!: string;
  @OneOf(['bonus', 'deduction']) kind!: 'bonus' | 'deduction';
  @Whole() points!: number;
  @LongText() reason!: string;
  @RefId({ nullable: true }) evidenceId!: string | null;
  @RefId() decidedBy!: string;
  @Instant() decidedAt!: string;
}
