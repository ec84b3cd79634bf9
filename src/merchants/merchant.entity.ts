import { Entity, Index, Unique } from 'typeorm';
import {
  Day,
  Flag,
  Id,
  Instant,
  Json,
  LongText,
  RefId,
  Text,
  Version,
  Whole,
} from '../database/columns.js';

/** A registered merchant as it stands now; earlier states are in `MerchantVersion`. */
@Entity()
@Unique('merchant_credit_code_unique', ['creditCode'])
@Index('merchant_division_name', ['divisionCode', 'searchName'])
export class Merchant {
  @Id() id!: string;
  @Text(40) merchantType!: string;
  @Text(60) name!: string;
  /** Lower-cased, NFKC name for searching alike on both engines. */
  @Index('merchant_search_name') @Text(60) searchName!: string;
  @Text(18, { nullable: true }) creditCode!: string | null;
  /** Soft warnings of the credit code that the office accepted with the licence in hand. */
  @Json() creditCodeWarnings!: string[];
  @Text(20, { nullable: true }) idType!: string | null;
  @Text(20, { nullable: true }) idValue!: string | null;
  @Text(40, { nullable: true }) exemptionGround!: string | null;
  /** The statement that the merchant falls under that ground. */
  @RefId({ nullable: true }) exemptionStatementId!: string | null;
  @Text(20) headName!: string;
  @Day() foundedOn!: string;
  @Whole({ nullable: true }) capitalWan!: number | null;
  @Text(12) divisionCode!: string;
  @Text(40) town!: string;
  @Text(100) registeredAddress!: string;
  @Text(100) workingAddress!: string;
  @Json() goodsCategories!: string[];
  @Index('merchant_sector') @Text(20) sector!: string;
  @Text(20) businessType!: string;
  @Text(20, { nullable: true }) park!: string | null;
  @Whole({ nullable: true }) farmGoodsSharePct!: number | null;
  @Whole({ nullable: true }) localOriginPct!: number | null;
  @Whole({ nullable: true }) principalSharePct!: number | null;
  @Whole() staff!: number;
  @Whole() insured!: number;
  @Text(20) contactName!: string;
  @LongText() contactMobileSealed!: string;
  @LongText({ nullable: true }) contactEmailSealed!: string | null;
  @LongText({ nullable: true }) birthDateSealed!: string | null;
  @LongText({ nullable: true }) personIdSealed!: string | null;
  @LongText() intro!: string;
  @Flag() headNamePublic!: boolean;
  /** People who hold shares, control or kinship, as the merchant states them: for conflict hits only. */
  @Json({ nullable: true }) relatedPersons!: RelatedPerson[] | null;
  @RefId({ nullable: true }) mergedIntoId!: string | null;
  /** Since when the merchant is one of the city's, and who in the office said so; null while it waits. */
  @Instant({ nullable: true }) acceptedAt!: string | null;
  @RefId({ nullable: true }) acceptedBy!: string | null;
  @Instant() registeredAt!: string;
  @Instant() changedAt!: string;
  @Version() version!: number;
}

export interface RelatedPerson {
  readonly name: string;
  readonly relation: string;
}
