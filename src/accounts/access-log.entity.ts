import { Entity, Index } from 'typeorm';
import { Id, Instant, RefId, Text } from '../database/columns.js';

/** Who signed in, viewed a sensitive file or exported what, kept three years. */
@Entity()
export class AccessLog {
  @Id() id!: string;
  @Index('access_log_at') @Instant() at!: string;
  @RefId({ nullable: true }) accountId!: string | null;
  @Text(40) action!: string;
  @Text(40, { nullable: true }) objectType!: string | null;
  @Text(40, { nullable: true }) objectId!: string | null;
  @Text(20) result!: string;
  @Text(45, { nullable: true }) address!: string | null;
}
