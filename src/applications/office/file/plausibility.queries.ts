import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { Database } from '../../../database/database.js';
import { Sealer } from '../../../database/sealed.js';
import type { ComparedApplication } from '../../../rules/eligibility/plausibility-of-comparisons.js';
import { taxShareBand } from '../../../rules/eligibility/tax-share-band.js';
import { groupBy } from '../../group-by.js';
import type { ApplicationFile } from './application-file.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { BELIEVED_RETURNS, COUNTED_MERCHANTS } from '../../../merchants/counted.js';
import { quotedList } from '../../../database/quoted-list.js';

/** What a file is compared with: the city, its category, and every other merchant that applied. */
export interface Background {
  readonly cityGrowthPct: number | null;
  readonly taxShareBand: { readonly low: number; readonly high: number } | null;
  readonly own: ComparedApplication;
  readonly others: readonly ComparedApplication[];
  /** Shop id → promised hours of delivery. */
  readonly deliveryPromises: ReadonlyMap<string, number>;
}

/** Eight reads, however many have applied. */
@Injectable()
export class PlausibilityQueries {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  async background({ head, snapshot }: ApplicationFile): Promise<Background> {
    const [growth, taxed, applicants, files, shops, ties] = await Promise.all([
      snapshot.year ? this.growth(snapshot.year) : null,
      this.taxed(head.categoryId),
      this.applicants(head.programmeId),
      this.files(head.programmeId),
      this.shops(head.programmeId),
      this.ties(head.programmeId),
    ]);
    const filesOf = groupBy(files, ({ ownerId }) => ownerId);
    const shopsOf = groupBy(shops, ({ merchantId }) => merchantId);
    const tiesOf = groupBy(ties, ({ merchantId }) => merchantId);
    const compared = (row: ApplicantRow): ComparedApplication => ({
      application: `${row.receiptNumber ?? ''} ${row.name}`.trim(),
      category: row.categoryCode,
      creditCode: row.creditCode,
      relatedCreditCodes: (tiesOf.get(row.merchantId) ?? []).map(({ creditCode }) => creditCode),
      telephones: row.contactMobileSealed ? [this.sealer.open(row.contactMobileSealed)] : [],
      addresses: [row.workingAddress],
      headName: row.headName,
      files: (filesOf.get(row.id) ?? []).map(({ name, hash, pictureHash }) => ({
        name,
        sha256: hash,
        imageHash: pictureHash,
      })),
      shops: (shopsOf.get(row.merchantId) ?? []).flatMap(({ url, shopNo }) =>
        URL.canParse(url) ? [{ host: new URL(url).host, shopNo }] : [],
      ),
    });
    const own = applicants.find(({ id }) => id === head.id)!;
    return {
      cityGrowthPct: growth,
      taxShareBand: taxShareBand(taxed),
      own: compared(own),
      // A merchant may apply in several categories; it need not be unlike itself.
      others: applicants.filter(({ merchantId }) => merchantId !== own.merchantId).map(compared),
      deliveryPromises: new Map(
        (shopsOf.get(own.merchantId) ?? []).flatMap(({ id, deliveryPromise }) =>
          deliveryPromise && deliveryPromise !== 'none' ? [[id, Number(deliveryPromise)]] : [],
        ),
      ),
    };
  }

  /** Of the merchants that filed both years, in hundredths of a point. */
  private async growth(year: number): Promise<number | null> {
    const row = await this.database.row<{ now: number | null; before: number | null }>(
      `SELECT SUM(n.net_wan) AS now, SUM(b.net_wan) AS before
       FROM ${BELIEVED_RETURNS} n
       JOIN ${BELIEVED_RETURNS} b ON b.merchant_id = n.merchant_id AND b.year = ?
       JOIN ${COUNTED_MERCHANTS} m ON m.id = n.merchant_id WHERE n.year = ?`,
      [year - 1, year],
    );
    if (!row?.now || !row.before || row.before <= 0) return null;
    return Math.round(((row.now - row.before) * 10_000) / row.before);
  }

  private async taxed(categoryId: string) {
    const rows = await this.database.rows<{ taxPaidWan: string | null; netWan: string | null }>(
      `SELECT t.claimed AS tax_paid_wan, n.claimed AS net_wan FROM application a
       JOIN figure t ON t.application_id = a.id AND t.key = 'taxPaidWan'
       JOIN figure n ON n.application_id = a.id AND n.key = 'netWan'
       WHERE a.category_id = ? AND a.state NOT IN (${quotedList(applicationIn.draft)}) ORDER BY a.id`,
      [categoryId],
    );
    const whole = (text: string | null) => (text === null ? null : Number(text));
    return rows.map((row) => ({ taxPaidWan: whole(row.taxPaidWan), netWan: whole(row.netWan) }));
  }

  private applicants(programmeId: string): Promise<ApplicantRow[]> {
    return this.database.rows<ApplicantRow>(
      `SELECT a.id, a.merchant_id, a.receipt_number, c.code AS category_code, m.name, m.credit_code,
              m.head_name, m.working_address, m.contact_mobile_sealed
       FROM application a JOIN category c ON c.id = a.category_id
       JOIN merchant m ON m.id = a.merchant_id
       WHERE ${compares} ORDER BY a.receipt_number, a.id`,
      [programmeId],
    );
  }

  private files(programmeId: string): Promise<FileRow[]> {
    return this.database.rows<FileRow>(
      `SELECT d.owner_id, d.name, d.hash, d.picture_hash FROM document d
       JOIN application a ON a.id = d.owner_id
       WHERE d.owner_type = 'application' AND ${compares} ORDER BY d.uploaded_at, d.id`,
      [programmeId],
    );
  }

  private shops(programmeId: string): Promise<ShopRow[]> {
    return this.database.rows<ShopRow>(
      `SELECT s.id, s.merchant_id, s.url, s.shop_no, s.delivery_promise FROM shop s
       WHERE s.merchant_id IN (SELECT a.merchant_id FROM application a WHERE ${compares})
       ORDER BY s.opened_on, s.id`,
      [programmeId],
    );
  }

  private ties(programmeId: string): Promise<{ merchantId: string; creditCode: string }[]> {
    return this.database.rows(
      `SELECT r.merchant_id, r.credit_code FROM related_merchant r
       WHERE r.credit_code IS NOT NULL
         AND r.merchant_id IN (SELECT a.merchant_id FROM application a WHERE ${compares})
       ORDER BY r.id`,
      [programmeId],
    );
  }
}

const compares = `a.programme_id = ? AND a.state NOT IN (${quotedList(applicationIn.neverEntered)})`;

interface ApplicantRow {
  readonly id: string;
  readonly merchantId: string;
  readonly receiptNumber: string | null;
  readonly categoryCode: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly headName: string;
  readonly workingAddress: string;
  readonly contactMobileSealed: string;
}

interface FileRow {
  readonly ownerId: string;
  readonly name: string;
  readonly hash: string;
  readonly pictureHash: string | null;
}

interface ShopRow {
  readonly id: string;
  readonly merchantId: string;
  readonly url: string;
  readonly shopNo: string | null;
  readonly deliveryPromise: string | null;
}
