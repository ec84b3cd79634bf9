import { Entity, Unique } from 'typeorm';
import { Flag, Id, Instant, LongText, OneOf, Text, Version } from '../database/columns.js';

export const accountKinds = ['merchant', 'office', 'judge'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** A login. The mobile number is sealed; `mobileLookup` is its keyed hash, for signing in. */
@Entity()
@Unique('account_mobile_unique', ['mobileLookup'])
export class Account {
  @Id() id!: string;
  @OneOf(accountKinds) kind!: AccountKind;
  @Text(64) mobileLookup!: string;
  @LongText() mobileSealed!: string;
  @Text(20) personName!: string;
  @Text(200) passwordHash!: string;
  @Text(254, { nullable: true }) email!: string | null;
  @Flag() mustChangePassword!: boolean;
  @Text(64, { nullable: true }) privacyNoticeHash!: string | null;
  @Text(20, { nullable: true }) consentVersion!: string | null;
  /** Of the demonstration: signs in with a click, and keeps production from starting. */
  @Flag() demo!: boolean;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) disabledAt!: string | null;
  @Version() version!: number;
}
