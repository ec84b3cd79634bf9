import { MergeMerchants, type MergeOrder } from '../../src/awards/merging/merge-merchants.js';
import { MergePlanQueries } from '../../src/awards/merging/merge-plan.queries.js';
import { TitleChange } from '../../src/awards/titles/title-change.entity.js';
import { newId } from '../../src/database/new-id.js';
import { Practice } from '../../src/merchants/practices/practice.entity.js';
import { RelatedMerchant } from '../../src/merchants/related-merchant.entity.js';
import { Shop } from '../../src/merchants/shop.entity.js';
import { acting } from './acting.js';
import { makeApplication } from './evidence.js';
import { makeMerchant } from './merchant.js';
import { merchantPerson } from './people.js';
import { type TestProgramme, makeProgramme } from './programme.js';
import { storeReturn } from './returns.js';
import { TestApp } from './test-app.js';
import { makeTitle } from './title.js';

/** Two records of one merchant, the merged one with a row in every table, and a third that names it. */
export class TwoRecords {
  private constructor(
    readonly app: TestApp,
    readonly programme: TestProgramme,
    readonly mergedId: string,
    readonly keptId: string,
    readonly otherId: string,
  ) {}

  static async open(): Promise<TwoRecords> {
    const app = await TestApp.start();
    app.clock.moveTo('2026-03-02T02:00:00.000Z');
    const programme = await makeProgramme(app, 'InForce');
    const mergedId = await makeMerchant(app, {
      name: '橘海旧登记',
      creditCode: '91330802MA2TEKT7X7',
    });
    const keptId = await makeMerchant(app, { name: '橘海新登记' });
    const otherId = await makeMerchant(app, { name: '关联的网商' });
    const two = new TwoRecords(app, programme, mergedId, keptId, otherId);
    await two.fill();
    return two;
  }

  private async fill(): Promise<void> {
    const { app, mergedId, keptId, otherId } = this;
    await merchantPerson(app, mergedId);
    await merchantPerson(app, keptId, 'LegalRepresentative');
    await app.database.repo(Shop).insert({
      id: newId(),
      merchantId: mergedId,
      platform: 'taobao',
      shopName: '橘海小店',
      url: 'https://shop1.taobao.com/',
      openedOn: '2017-01-01',
      sameSubject: true,
      status: 'open',
      version: 1,
    });
    await storeReturn(app, mergedId, { year: 2024, netWan: 40_00 });
    await storeReturn(app, mergedId, { year: 2025, netWan: 50_00 });
    await storeReturn(app, keptId, { year: 2025, netWan: 60_00 });
    await this.tie(mergedId, otherId);
    await this.tie(mergedId, keptId);
    await this.tie(otherId, mergedId);
    await this.tie(otherId, null, '91330802MA2TEKT7X7');
    await this.practice(mergedId, 'delivery');
    await this.practice(keptId, 'training');
    const programmeId = this.programme.id;
    await makeApplication(app, this.programme, mergedId, 'Draft');
    await makeTitle(app, { programmeId, merchantId: mergedId });
    await app.database.repo(TitleChange).insert({
      id: newId(),
      merchantId: mergedId,
      kind: 'name',
      happenedOn: '2026-02-01',
      text: '更名',
      reportedBy: newId(),
      reportedAt: app.clock.now(),
      dueOn: '2026-03-01',
    });
  }

  private async tie(
    merchantId: string,
    relatedId: string | null,
    creditCode: string | null = null,
  ) {
    await this.app.database.repo(RelatedMerchant).insert({
      id: newId(),
      merchantId,
      name: '关联',
      creditCode,
      relatedId,
      relation: 'parent',
    });
  }

  async practice(merchantId: string, subject: 'delivery' | 'training'): Promise<void> {
    await this.app.database.repo(Practice).insert({
      id: newId(),
      merchantId,
      subject,
      state: 'Draft',
      headline: '当天发货',
      doing: '清晨采摘',
      copying: '从一个品种做起',
      helped: '带动周边农户',
      figures: [],
      levels: {},
      pictures: [],
      changedAt: this.app.clock.now(),
      version: 1,
    });
  }

  async order(over: Partial<MergeOrder> = {}): Promise<MergeOrder> {
    const { mergedId, keptId } = this;
    const { digest } = await this.app.app.get(MergePlanQueries).run(mergedId, keptId);
    const returns = { 2025: 'merged' } as const;
    return { mergedId, keptId, digest, reason: '同一营业执照', returns, ...over };
  }

  async merge(over: Partial<MergeOrder> = {}, by = acting('CityRegistrar')): Promise<string> {
    const order = await this.order(over);
    return (await this.app.app.get(MergeMerchants).run(by, order)).mergeId;
  }

  /** Every row that has a merchant, as it stands. */
  async rows(): Promise<Record<string, unknown[]>> {
    const tables = [
      'merchant',
      'shop',
      'annual_return',
      'related_merchant',
      'practice',
      'duty',
      'application',
      'title',
      'title_change',
    ];
    const all: Record<string, unknown[]> = {};
    for (const table of tables) {
      all[table] = await this.app.database.rows(`SELECT * FROM ${table} ORDER BY id`);
    }
    return all;
  }
}
