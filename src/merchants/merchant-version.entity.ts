import { Entity, ForeignKey, Unique } from 'typeorm';
import { Id, Instant, Json, RefId, Whole } from '../database/columns.js';

/** The register record as it stood after one change. */
@Entity()
@Unique('merchant_version_number_unique', ['merchantId', 'number'])
export class MerchantVersion {
  @Id() id!: string;
  @ForeignKey('Merchant', { name: 'merchant_version_merchant_fk' }) @RefId() merchantId!: string;
  @Whole() number!: number;
  @Json() facts!: Record<string, unknown>;
  @RefId({ nullable: true }) changedBy!: string | null;
  @Instant() changedAt!: string;
}
