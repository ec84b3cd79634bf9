import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { relations, tiedTo } from '../stated-ties.js';
import { missing } from '../../rules/refusal.js';
import type { Register, RegisterMerchant, RegisterReturn, RegisterShop } from './register.js';
import { titleIn } from '../../rules/lifecycle/title-groups.js';
import { quotedList } from '../../database/quoted-list.js';

/** The register facts of one merchant in three queries. */
@Injectable()
export class RegisterQueries {
  constructor(private readonly database: Database) {}

  async of(merchantId: string): Promise<Register> {
    const merchant = await this.database.row<StoredMerchant>(
      `SELECT id, merchant_type, name, credit_code, head_name, founded_on, division_code, town,
              goods_categories, sector, business_type, farm_goods_share_pct, local_origin_pct,
              principal_share_pct, staff, insured, intro
       FROM merchant WHERE id = ?`,
      [merchantId],
    );
    if (!merchant) throw missing();
    const shops = await this.database.rows<RegisterShop>(
      `SELECT id, platform, shop_name, url, opened_on, status FROM shop
       WHERE merchant_id = ? ORDER BY opened_on, id`,
      [merchantId],
    );
    const returns = await this.database.rows<StoredReturn>(
      `SELECT year, gross_wan, refund_wan, net_wan, agency_wan, wholesale_wan, farm_goods_net_wan,
              orders, parcels, staff, insured_year_end, insured_average, shops, figures
       FROM annual_return WHERE merchant_id = ? ORDER BY year DESC, id`,
      [merchantId],
    );
    const ties = await this.database.rows<{ other: string }>(
      `SELECT DISTINCT ${tiedTo} AS other FROM ${relations}
       WHERE r.merchant_id = ? AND ${tiedTo} IS NOT NULL ORDER BY other`,
      [merchantId],
    );
    const goodsCategories = JSON.parse(merchant.goodsCategories) as string[];
    return {
      merchant: { ...merchant, goodsCategories },
      shops,
      returns: returns.map((row) => ({
        ...row,
        shops: JSON.parse(row.shops) as RegisterReturn['shops'],
        figures: JSON.parse(row.figures) as RegisterReturn['figures'],
      })),
      ties: ties.map(({ other }) => other),
    };
  }

  /** The sealed day of birth, which only the check of an age opens. */
  async birthDateSealed(merchantId: string): Promise<string | null> {
    const row = await this.database.row<{ birthDateSealed: string | null }>(
      'SELECT birth_date_sealed FROM merchant WHERE id = ?',
      [merchantId],
    );
    return row?.birthDateSealed ?? null;
  }

  /** Titles of a merchant that are not revoked, with the day from which they are valid. */
  titles(merchantId: string): Promise<{ category: string; publishedOn: string }[]> {
    return this.database.rows(
      `SELECT category_code AS category, valid_from AS published_on FROM title
       WHERE merchant_id = ? AND state NOT IN (${quotedList(titleIn.revoked)}) ORDER BY valid_from, id`,
      [merchantId],
    );
  }

  /** Names of the merchants that a merchant itself says it is tied to. */
  async statedNames(merchantId: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ name: string }>(
      'SELECT DISTINCT name FROM related_merchant WHERE merchant_id = ? ORDER BY name',
      [merchantId],
    );
    return rows.map(({ name }) => name);
  }
}

type StoredMerchant = Omit<RegisterMerchant, 'goodsCategories'> & { goodsCategories: string };
type StoredReturn = Omit<RegisterReturn, 'shops' | 'figures'> & { shops: string; figures: string };
