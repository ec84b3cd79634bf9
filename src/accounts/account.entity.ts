import { Entity, Unique } from 'typeorm';
import type { Channels } from '../rules/delivery/channels.js';
import { Flag, Id, Instant, Json, LongText, OneOf, Text, Version } from '../database/columns.js';

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
  /** Written to only once its owner has shown that it is theirs. */
  @Text(254, { nullable: true }) email!: string | null;
  @Instant({ nullable: true }) emailConfirmedAt!: string | null;
  @Instant({ nullable: true }) mobileConfirmedAt!: string | null;
  /** Null while nothing was chosen: then every channel is used. */
  @Json({ nullable: true }) channels!: Channels | null;
  @Flag() mustChangePassword!: boolean;
  @Text(64, { nullable: true }) privacyNoticeHash!: string | null;
  @Text(20, { nullable: true }) consentVersion!: string | null;
  /** Of the demonstration: signs in with a click, and keeps production from starting. */
  @Flag() demo!: boolean;
  @Instant() createdAt!: string;
  @Instant({ nullable: true }) disabledAt!: string | null;
  @Version() version!: number;
}
