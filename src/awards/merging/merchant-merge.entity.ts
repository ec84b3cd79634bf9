import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, LongText, RefId } from '../../database/columns.js';

/** A row whose merchant changed, and from whom to whom; null for a tie that is known by its code only. */
export interface MovedRow {
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A record of the register that was merged into another; it stays as a pointer. */
@Entity()
export class MerchantMerge {
  @Id() id!: string;
  @Index('merchant_merge_merged')
  @ForeignKey('Merchant', { name: 'merchant_merge_merged_fk' })
  @RefId()
  mergedId!: string;
  @Index('merchant_merge_kept')
  @ForeignKey('Merchant', { name: 'merchant_merge_kept_fk' })
  @RefId()
  keptId!: string;
  @LongText() reason!: string;
  @Json() moved!: MovedRow[];
  @RefId() mergedBy!: string;
  @Instant() mergedAt!: string;
  @RefId({ nullable: true }) undoneBy!: string | null;
  @Instant({ nullable: true }) undoneAt!: string | null;
}
