import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text } from '../database/columns.js';

export const correctionSides = ['office', 'merchant'] as const;

/** What an office and a merchant say to each other about one item of a correction; only added. */
@Entity()
export class CorrectionMessage {
  @Id() id!: string;
  @Index('correction_message_application')
  @ForeignKey('Application', { name: 'correction_message_application_fk' })
  @RefId()
  applicationId!: string;
  @ForeignKey('CorrectionRequest', { name: 'correction_message_correction_fk' })
  @RefId()
  correctionId!: string;
  @Text(80) item!: string;
  @OneOf(correctionSides) side!: (typeof correctionSides)[number];
  @LongText() text!: string;
  @RefId() accountId!: string;
  @Instant() sentAt!: string;
}
