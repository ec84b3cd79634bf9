import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { keptMerchant } from '../documents/kept-merchant.js';
import { type PolicySubject, publicMerchant, publicShop } from '../rules/privacy/field-policy.js';
import { missing } from '../rules/refusal.js';
import { listIn } from '../rules/lifecycle/record-states.js';
import { quotedList } from '../database/quoted-list.js';

export interface PublicMerchant {
  readonly id: string;
  readonly name: string;
  readonly merchantType: string;
  readonly creditCode: string | null;
  readonly headName: string | null;
  readonly foundedOn: string;
  readonly divisionCode: string;
  readonly goodsCategories: readonly string[];
  readonly sector: string;
  readonly businessType: string;
  readonly park: string | null;
  readonly intro: string;
}

export interface PublicShop {
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
  readonly icp: string | null;
  readonly openedOn: string;
  readonly mainGoods: string | null;
  readonly deliveryPromise: string | null;
  readonly status: string;
}

export interface PublicTitle {
  readonly year: number;
  readonly categoryCode: string;
  readonly categoryNameZh: string | null;
  readonly categoryNameEn: string | null;
  readonly state: string;
  readonly certificateNumber: string;
  readonly verifyCode: string;
}

export interface Profile {
  readonly merchant: PublicMerchant;
  readonly shops: readonly PublicShop[];
  readonly titles: readonly PublicTitle[];
}

/** What anybody may read of a merchant that holds a title or stands on a posted list. */
@Injectable()
export class ProfileQueries {
  constructor(private readonly database: Database) {}

  /** @throws Refusal of kind missing for everyone else, as for an unknown id */
  async byId(asked: string): Promise<Profile> {
    const id = await keptMerchant(this.database, asked);
    const titles = await this.database.rows<PublicTitle>(
      `SELECT t.year, t.category_code, c.name_zh AS category_name_zh, c.name_en AS category_name_en,
              t.state, t.certificate_number, t.verify_code
       FROM title t LEFT JOIN category c ON c.programme_id = t.programme_id AND c.code = t.category_code
       WHERE t.merchant_id = ? ORDER BY t.year DESC, t.category_code, t.id`,
      [id],
    );
    if (titles.length === 0 && !(await this.listed(id))) throw missing();
    const row = await this.database.row<Record<string, unknown>>(
      'SELECT * FROM merchant WHERE id = ?',
      [id],
    );
    if (!row) throw missing();
    const merchant = {
      ...row,
      merchantType: String(row.merchantType),
      headNamePublic: row.headNamePublic === 1,
      goodsCategories: JSON.parse(String(row.goodsCategories)) as string[],
    };
    const shops = await this.database.rows<Record<string, unknown>>(
      `SELECT * FROM shop WHERE merchant_id = ? AND status <> 'closed' ORDER BY opened_on, id`,
      [id],
    );
    return {
      merchant: publicMerchant(merchant) as unknown as PublicMerchant,
      shops: shops.map(
        (shop) => publicShop(shop, merchant as PolicySubject) as unknown as PublicShop,
      ),
      titles,
    };
  }

  /** Lists hold their rows as JSON, which is read here and never queried into. */
  private async listed(id: string): Promise<boolean> {
    const merged = await this.database.rows<{ id: string }>(
      'SELECT id FROM merchant WHERE merged_into_id = ? ORDER BY id',
      [id],
    );
    const ids = new Set([id, ...merged.map((row) => row.id)]);
    const lists = await this.database.rows<{ rows: string }>(
      `SELECT rows FROM award_list WHERE state IN (${quotedList(listIn.public)}) ORDER BY id`,
    );
    return lists.some((list) =>
      (JSON.parse(list.rows) as { merchantId: string | null }[]).some(
        (row) => row.merchantId !== null && ids.has(row.merchantId),
      ),
    );
  }
}
