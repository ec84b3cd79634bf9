import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, RefId, Text } from '../database/columns.js';

/** A role that an account holds, from when to when, and over what. */
@Entity()
export class Duty {
  @Id() id!: string;
  @Index('duty_account')
  @ForeignKey('Account', { name: 'duty_account_fk' })
  @RefId()
  accountId!: string;
  @Text(40) role!: string;
  @Text(12, { nullable: true }) divisionCode!: string | null;
  @Index('duty_merchant') @RefId({ nullable: true }) merchantId!: string | null;
  @RefId({ nullable: true }) programmeId!: string | null;
  @RefId({ nullable: true }) grantedBy!: string | null;
  @Instant() grantedAt!: string;
  @Instant({ nullable: true }) endedAt!: string | null;
}
