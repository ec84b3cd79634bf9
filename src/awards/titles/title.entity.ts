import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import {
  Day,
  Id,
  Instant,
  LongText,
  OneOf,
  RefId,
  Text,
  Version,
  Whole,
} from '../../database/columns.js';
import { TITLE_STATES, type TitleState } from '../../rules/lifecycle/title-lifecycle.js';

/** An honour held by a merchant, with its certificate and its public verify code. */
@Entity()
@Unique('title_certificate_unique', ['certificateNumber'])
@Unique('title_verify_unique', ['verifyCode'])
@Index('title_year_category', ['year', 'categoryCode'])
export class Title {
  @Id() id!: string;
  @ForeignKey('Programme', { name: 'title_programme_fk' }) @RefId() programmeId!: string;
  @Whole() year!: number;
  @Text(4) categoryCode!: string;
  @Index('title_merchant')
  @ForeignKey('Merchant', { name: 'title_merchant_fk' })
  @RefId()
  merchantId!: string;
  @RefId({ nullable: true }) applicationId!: string | null;
  @Text(60) merchantName!: string;
  @Text(60) searchName!: string;
  @Text(12) divisionCode!: string;
  @Text(20) certificateNumber!: string;
  @Text(10) verifyCode!: string;
  @OneOf(TITLE_STATES) state!: TitleState;
  @Day() stateSince!: string;
  @LongText({ nullable: true }) stateReason!: string | null;
  @Day() validFrom!: string;
  @Day() validTo!: string;
  @RefId() conferredBy!: string;
  @Instant() conferredAt!: string;
  /** The holder was told that the end is near. */
  @Day({ nullable: true }) endAnnouncedOn!: string | null;
  @Version() version!: number;
}
