import { Entity, ForeignKey, Index } from 'typeorm';
import { Day, Flag, Id, RefId, Text, Version } from '../database/columns.js';

/** One sales account or site on one platform, belonging to one merchant. */
@Entity()
@Index('shop_platform_number', ['platform', 'shopNo'])
export class Shop {
  @Id() id!: string;
  @Index('shop_merchant')
  @ForeignKey('Merchant', { name: 'shop_merchant_fk' })
  @RefId()
  merchantId!: string;
  @Text(20) platform!: string;
  @Text(60) shopName!: string;
  @Text(200) url!: string;
  @Text(40, { nullable: true }) icp!: string | null;
  @Text(40, { nullable: true }) shopNo!: string | null;
  @Day() openedOn!: string;
  @Flag() sameSubject!: boolean;
  /** Why the shop stands in another name, with the paper that authorises it. */
  @Text(200, { nullable: true }) subjectNote!: string | null;
  @RefId({ nullable: true }) authorisationId!: string | null;
  /** Front page with the licence or the exemption statement. */
  @RefId({ nullable: true }) licenceShotId!: string | null;
  @Text(60, { nullable: true }) mainGoods!: string | null;
  @Text(10, { nullable: true }) deliveryPromise!: string | null;
  @Text(20) status!: string;
  @Version() version!: number;
}
