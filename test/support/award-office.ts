import { expect } from '@jest/globals';
import type { TestEntry } from './award.js';
import { type Person, merchantPerson, office } from './people.js';
import type { TestProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

export const minutes = '2026年6月1日召开评审委员会会议，应到七人，实到七人，一致同意拟定名单。';

const roles = {
  first: 'Tabulator',
  second: 'Tabulator',
  supervisor: 'Supervisor',
  registrar: 'CityRegistrar',
  approver: 'Approver',
  publisher: 'Publisher',
  publisherTwo: 'Publisher',
} as const;

type People = Readonly<Record<keyof typeof roles, Person>>;

/** The people of a city office and the steps they take together, each through the real forms. */
export class AwardOffice {
  private constructor(
    private readonly app: TestApp,
    private readonly programme: TestProgramme,
    readonly people: People,
  ) {}

  static async open(app: TestApp, programme: TestProgramme): Promise<AwardOffice> {
    const people: Partial<Record<keyof typeof roles, Person>> = {};
    for (const [name, role] of Object.entries(roles)) {
      people[name as keyof typeof roles] = await office(app, role);
    }
    return new AwardOffice(app, programme, people as People);
  }

  get lists(): string {
    return `/office/lists/${this.programme.id}`;
  }

  standings(code: string): string {
    return `/office/standings/${this.programme.categoryIds[code]!}`;
  }

  /** Computed, confirmed and witnessed. */
  async lock(code: string): Promise<void> {
    const { first, second, supervisor } = this.people;
    const path = this.standings(code);
    await first.visitor.get(path);
    await first.visitor.submit('/computation');
    expect(first.visitor.errors).toEqual([]);
    const hash = hashOn(first.visitor.text);
    await second.visitor.get(path);
    await second.visitor.submit('/confirmation', { hash });
    expect(second.visitor.errors).toEqual([]);
    await supervisor.visitor.get(path);
    await supervisor.visitor.submit('/lock');
    expect(supervisor.visitor.errors).toEqual([]);
  }

  async deliberate(): Promise<void> {
    const { visitor } = this.people.registrar;
    await visitor.get(this.lists);
    await visitor.submit('/deliberation', { minutes, cutLineRead: 'on' });
    expect(visitor.errors).toEqual([]);
  }

  async postPublicity(title = '2026年示范网商拟入选名单公示'): Promise<string> {
    const { visitor } = this.people.publisher;
    await visitor.get(`/office/notices/new?programme=${this.programme.id}&kind=publicity`);
    await visitor.submit('/office/notices', {
      programmeId: this.programme.id,
      kind: 'publicity',
      title,
      workingDays: '5',
      discipline: '测试纪检组',
      disciplineTelephone: '0570-0000001',
    });
    expect(visitor.errors).toEqual([]);
    await visitor.submit('/posting', { hash: hashOn(visitor.text) });
    expect(visitor.errors).toEqual([]);
    return visitor.path;
  }

  /** Filed by a stranger, accepted by the registrar, answered by the merchant; gives the office's page. */
  async objectionTo(entry: TestEntry, merchant?: Person): Promise<string> {
    const { registrar } = this.people;
    const stranger = this.app.visitor();
    const [notice] = await this.app.database.rows<{ id: string }>(
      `SELECT id FROM notice WHERE kind = 'publicity' ORDER BY posted_at`,
    );
    await stranger.get(`/objections/new?notice=${notice!.id}`);
    await stranger.submit('/objections', {
      applicationId: entry.applicationId,
      identityKind: 'person',
      name: '异议人甲',
      telephone: '0570-1111111',
      substance: '该商户申报的销售数据与平台公开数据明显不一致，请予核查。',
    });
    const row = await this.app.database.row<{ id: string }>(
      'SELECT id FROM objection WHERE application_id = ? ORDER BY received_at DESC',
      [entry.applicationId],
    );
    const path = `/office/objections/${row!.id}`;
    await registrar.visitor.get(path);
    await registrar.visitor.submit('/admission', { admission: 'accept' });
    const { visitor } = merchant ?? (await merchantPerson(this.app, entry.merchantId));
    await visitor.get(path.replace('/office/', '/my/'));
    await visitor.submit('/my/objections', { answer: '数据均有平台后台截图，请核查。' });
    return path;
  }

  async closePublicity(): Promise<void> {
    const { registrar, supervisor } = this.people;
    await registrar.visitor.get(this.lists);
    await registrar.visitor.submit('/closing');
    expect(registrar.visitor.errors).toEqual([]);
    await supervisor.visitor.get(this.lists);
    await supervisor.visitor.submit('/statement', {
      statement: '全程监督，未发现违反评选规则和程序的情形，同意提交审定。',
    });
    expect(supervisor.visitor.errors).toEqual([]);
  }

  async approve(): Promise<void> {
    const { visitor } = this.people.approver;
    await visitor.get(this.lists);
    await visitor.submit('/approval', { approval: '经审定会议研究，同意公布名单。' });
    expect(visitor.errors).toEqual([]);
  }

  /** Prepared by one publisher, posted by the other; gives the public page. */
  async publish(kind: 'publication' | 'correction', documentNumber: string): Promise<string> {
    const { publisher, publisherTwo } = this.people;
    await publisher.visitor.get(`/office/notices/new?programme=${this.programme.id}&kind=${kind}`);
    await publisher.visitor.submit('/office/notices', {
      programmeId: this.programme.id,
      kind,
      title: '关于公布2026年示范网商名单的通知',
      documentNumber,
      reason: '名单有变动，现予更正。',
    });
    expect(publisher.visitor.errors).toEqual([]);
    const hash = hashOn(publisher.visitor.text);
    await publisherTwo.visitor.get(publisher.visitor.path);
    await publisherTwo.visitor.submit('/posting', { hash });
    expect(publisherTwo.visitor.errors).toEqual([]);
    return publisherTwo.visitor.path;
  }

  async confer(): Promise<void> {
    const { visitor } = this.people.registrar;
    await visitor.get(this.lists);
    await visitor.submit('/titles');
    expect(visitor.errors).toEqual([]);
  }
}

/** The hash that a page shows to the person who confirms it. */
export function hashOn(text: string): string {
  return /[0-9a-f]{64}/.exec(text)?.[0] ?? '';
}
