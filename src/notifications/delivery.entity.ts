import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Flag, Id, Instant, LongText, OneOf, RefId, Text, Whole } from '../database/columns.js';

/**
 * One thing to be sent, queued with the act that brings it about and sent after its commit. Times are
 * the machine's: a moved demo clock neither hurries nor holds up the mail.
 */
@Entity()
@Unique('delivery_message_unique', ['messageId', 'channel'])
@Index('delivery_due', ['outcome', 'dueAt'])
export class Delivery {
  @Id() id!: string;
  @OneOf(['mail', 'sms']) channel!: Channel;
  @Index('delivery_account')
  @ForeignKey('Account', { name: 'delivery_account_fk' })
  @RefId({ nullable: true })
  accountId!: string | null;
  @ForeignKey('Message', { name: 'delivery_message_fk' })
  @RefId({ nullable: true })
  messageId!: string | null;
  /** `message`, or what else it is: a code, a test. */
  @Text(60) template!: string;
  /** Address and words of what is no message, sealed; emptied when it has ended. */
  @LongText({ nullable: true }) sealed!: string | null;
  @Flag() urgent!: boolean;
  @Instant() createdAt!: string;
  @Instant() dueAt!: string;
  @Whole() attempts!: number;
  @Instant({ nullable: true }) triedAt!: string | null;
  /** The first of those that went out in one letter. */
  @RefId({ nullable: true }) letterId!: string | null;
  /** Null while it waits. */
  @OneOf(['sent', 'failed', 'dropped'], { nullable: true }) outcome!: Outcome | null;
  @Instant({ nullable: true }) endedAt!: string | null;
  /** Why it failed or was dropped: a word of ours, or what the server said. */
  @Text(300, { nullable: true }) reason!: string | null;
  /** Thousandths of a yuan, where the provider names it. */
  @Whole({ nullable: true }) cost!: number | null;
  @Text(80, { nullable: true }) providerId!: string | null;
}

export type Channel = 'mail' | 'sms';
export type Outcome = 'sent' | 'failed' | 'dropped';
