import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Id, Instant, Json, LongText, RefId, Version, Whole } from '../database/columns.js';

/** A merchant's figures of one calendar year; money in hundredths of 万元, shares in hundredths of 1 %. */
@Entity()
@Unique('annual_return_year_unique', ['merchantId', 'year'])
@Index('annual_return_year_sales', ['year', 'netWan'])
export class AnnualReturn {
  @Id() id!: string;
  @ForeignKey('Merchant', { name: 'annual_return_merchant_fk' }) @RefId() merchantId!: string;
  @Whole() year!: number;
  @Whole() grossWan!: number;
  @Whole() refundWan!: number;
  @Whole() netWan!: number;
  @Whole() agencyWan!: number;
  @Whole() wholesaleWan!: number;
  @Whole({ nullable: true }) farmGoodsNetWan!: number | null;
  @Whole() orders!: number;
  @Whole() parcels!: number;
  @Whole() staff!: number;
  @Whole() insuredYearEnd!: number;
  @Whole() insuredAverage!: number;
  /** Net sales and orders of each shop; their sum is the total within half a per cent. */
  @Json() shops!: ShopFigures[];
  /** The remaining figures of `domain/fields` section 5 by key, null where not given. */
  @Json() figures!: Record<string, number | null>;
  /** Keys of doubts about exactly these figures that the merchant has confirmed. */
  @Json({ nullable: true }) confirmedDoubts!: string[] | null;
  /** 1 while there are doubts that the office has not settled; such a return is in no public figure. */
  @Whole({ nullable: true }) doubted!: 1 | null;
  /** Who in the office settled the doubts or sent the return back, when, and what was found out. */
  @RefId({ nullable: true }) checkedBy!: string | null;
  @Instant({ nullable: true }) checkedAt!: string | null;
  @LongText({ nullable: true }) checkNote!: string | null;
  @RefId({ nullable: true }) filedBy!: string | null;
  @Instant() filedAt!: string;
  @Version() version!: number;
}

export interface ShopFigures {
  readonly shopId: string;
  readonly grossWan: number;
  readonly refundWan: number;
  readonly netWan: number;
  readonly orders: number;
}
