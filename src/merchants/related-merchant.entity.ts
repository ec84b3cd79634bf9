import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, RefId, Text } from '../database/columns.js';

/** A tie by shareholding, control, legal person or family, as the merchant states it. */
@Entity()
export class RelatedMerchant {
  @Id() id!: string;
  @Index('related_merchant_merchant')
  @ForeignKey('Merchant', { name: 'related_merchant_merchant_fk' })
  @RefId()
  merchantId!: string;
  @Text(60) name!: string;
  @Text(18, { nullable: true }) creditCode!: string | null;
  @RefId({ nullable: true }) relatedId!: string | null;
  @Text(20) relation!: string;
  /** Who in the office found it true; it then counts without the other side's word. */
  @RefId({ nullable: true }) confirmedBy!: string | null;
  @Instant({ nullable: true }) confirmedAt!: string | null;
}
