import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, LongText, OneOf, RefId, Text } from '../../database/columns.js';

export const codePurposes = [
  'email',
  'mobile',
  'oldMobile',
  'newMobile',
  'recovery',
  'objection',
] as const;
export type CodePurpose = (typeof codePurposes)[number];

/**
 * A code that went to an address, to show that whoever types it reads what arrives there. Of the code
 * only a keyed hash is kept.
 */
@Entity()
export class OneTimeCode {
  @Id() id!: string;
  @OneOf(codePurposes) purpose!: CodePurpose;
  /** Null for a recovery and an objection: whose address it is is asked when the code has come back. */
  @ForeignKey('Account', { name: 'one_time_code_account_fk' })
  @RefId({ nullable: true })
  accountId!: string | null;
  /** Keyed hash of the address, and the address sealed. */
  @Text(64) target!: string;
  @LongText() sealed!: string;
  @Text(64) codeHash!: string;
  @Instant() createdAt!: string;
  @Index('one_time_code_expires') @Instant() expiresAt!: string;
  @Instant({ nullable: true }) usedAt!: string | null;
}
