import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, RefId, Text } from '../database/columns.js';

/** A message to one account: shown in its inbox; what leaves the house for it is a delivery. */
@Entity()
export class Message {
  @Id() id!: string;
  @Index('message_account')
  @ForeignKey('Account', { name: 'message_account_fk' })
  @RefId()
  accountId!: string;
  @Text(60) kind!: string;
  @Json() variables!: Record<string, string | number>;
  @Text(200) path!: string;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) readAt!: string | null;
}
