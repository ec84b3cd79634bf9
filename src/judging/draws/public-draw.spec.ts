import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seatPanel } from '../../../test/support/judging.js';
import { type DrawCast, drawCast, drawPool, drawnPanel, step } from '../../../test/support/draw.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { runCommand, temporaryFile } from '../../../test/support/run-command.js';
import { publicChange } from '../../../test/support/public-change.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { DrawRecord } from '../../rules/draw/draw-record.js';
import { PROGRAMME_STATES } from '../../rules/lifecycle/programme-states.js';
import { judgesCheckDraw } from '../commands/judges-draw.js';
import { Expert } from '../experts/expert.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { Draw } from './draw.entity.js';

const published = ['Published', 'Conferred', 'InForce', 'Archived'] as const;
let app: TestApp;
let cast: DrawCast;
let base: string;
let draw: Draw;
let addresses: string[];
let experts: Expert[];
let members: Expert[];

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  await drawPool(app, 24);
  const path = await drawnPanel(cast);
  for (const { visitor } of [cast.registrar, cast.supervisor]) {
    await step(visitor, path, 'signatures', { read: 'on' });
  }
  draw = await app.database.repo(Draw).findOneByOrFail({ id: path.split('/').at(-1)! });
  experts = await app.database.repo(Expert).find();
  // Names of which none is a part of another or of a sentence on the page.
  for (const [index, one] of experts.entries()) {
    await app.database.repo(Expert).save(Object.assign(one, { name: `池某${index + 10}号` }));
  }
  const seated = new Set(draw.record!.seats.map((seat) => seat.expert));
  members = experts.filter(({ id }) => seated.has(id));
  base = `/programmes/${cast.programme.slug}`;
  const one = `${base}/draws/${draw.id}`;
  addresses = [`${base}/judges`, one, `${one}/print`, `${one}/record.json`];
});
afterAll(() => app.stop());

/** As a step of the programme does it: what is kept of public pages is made anew. */
async function enter(state: Programme['state'], id = cast.programme.id): Promise<void> {
  await app.database.repo(Programme).update({ id }, { state });
  await publicChange(app);
}

async function read(address: string, language = 'zh-CN') {
  const stranger = app.visitor();
  if (language === 'en') await stranger.get('/?lang=en');
  return stranger.get(address);
}

describe('before the results are published', () => {
  test('nothing of the draw is outside: an unknown address, whatever the state (L20)', async () => {
    const early = PROGRAMME_STATES.filter(
      (state) => !(published as readonly string[]).includes(state),
    );
    for (const state of early) {
      await enter(state);
      for (const address of addresses) {
        const { status, html } = await read(address);
        const unknown = `${base}/nothing`;
        const { html: nothing } = await read(unknown);
        expect([state, address, status]).toEqual([state, address, 404]);
        expect(html.replaceAll(address, unknown)).toBe(nothing);
      }
    }
  });

  test('the programme’s page tells the method, and neither commitment, number nor name', async () => {
    await enter('Deliberation');
    const { html, text } = await read(base);
    expect(text).toContain('评委原则上在监督员见证下从专家库随机抽取');
    expect(text).toContain('评审组全体评委评审本类别的全部申报，需要回避的除外。');
    expect(html).not.toContain('/judges');
    for (const secret of [draw.commitment!, draw.listHash!, draw.witness!, draw.id]) {
      expect(html).not.toContain(secret);
    }
    for (const { id, name } of experts) {
      expect(html).not.toContain(id);
      expect(html).not.toContain(name);
    }
  });
});

describe('once the results are published', () => {
  beforeAll(() => enter('Published'));

  test.each(published)('in %s every page is open to strangers', async (state) => {
    await enter(state);
    for (const address of addresses) expect((await read(address)).status).toBe(200);
    await enter('Published');
  });

  test('the programme’s page leads there', async () => {
    expect((await read(base)).html).toContain(`href="${base}/judges"`);
  });

  test('the judges stand in the order of their names, without number, seat, unit or chair', async () => {
    const { html, page } = await read(`${base}/judges`);
    const names = page.querySelectorAll('main ul li').map(({ text }) => text);
    expect(names).toEqual(members.map(({ name }) => name).toSorted());
    expect(html).not.toContain('组长');
    for (const { id, name, organisation } of experts) {
      expect(html).not.toContain(id);
      expect(html).not.toContain(organisation);
      if (!names.includes(name)) expect(html).not.toContain(name);
    }
  });

  test('the record has every step and no name: no expert, unit, field, person present or chair', async () => {
    const { record } = draw;
    for (const address of addresses.slice(1)) {
      const visitor = await read(address);
      const html = address.endsWith('.json')
        ? visitor.html
        : visitor.page.querySelector('main')!.outerHTML;
      const told = [record!.seed, record!.commitment, record!.witness, record!.listHash];
      for (const text of told) expect(html).toContain(text);
      for (const { expert: id } of record!.order) expect(html).toContain(id);
      const hidden = [
        ...experts.flatMap(({ name, organisation, field }) => [name, organisation, field]),
        '登记员甲',
        '监督员乙',
        '组长',
      ];
      for (const text of hidden) expect([address, html.includes(text)]).toEqual([address, false]);
    }
    const { text } = await read(addresses[1]!);
    for (const { variables } of record!.skips.filter(({ code }) => code.endsWith('division'))) {
      expect(text).toContain(`${variables.division}的专家已有2名，达到上限`);
    }
    expect(text).toContain(record!.recordHash);
  });

  test('the downloaded file is enough to draw again', async () => {
    const { html: file, headers } = await read(addresses[3]!);
    expect(headers['content-disposition']).toContain('draw-G-1.json');
    const copy = JSON.parse(file) as DrawRecord;
    const { record } = draw;
    expect({ ...copy, present: record!.present, recordHash: record!.recordHash }).toEqual(record);
    expect(copy.present).toEqual([]);
    const check = (content: string) =>
      runCommand(judgesCheckDraw, temporaryFile('record.json', content));
    expect((await check(file)).status).toBe(0);
    expect((await check(file.replace(copy.witness, '另一句话'))).words).toContain(
      '“order[0].key”对不上',
    );
  });

  test('stands in English too', async () => {
    const { text, html } = await read(addresses[1]!, 'en');
    expect(html).toContain('<html lang="en"');
    expect(text).toContain('Hash of the signed record');
    expect(text).toContain('Alternate 1');
  });

  test('is kept for all strangers, and a late signature or a corrected name is seen at once', async () => {
    const address = `${base}/judges`;
    const first = await read(address);
    const reads = app.database.readCount;
    expect((await read(address)).html).toBe(first.html);
    expect(app.database.readCount - reads).toBeLessThanOrEqual(1);
    const { visitor } = cast.registrar;
    const [member] = members;
    await visitor.get(`/office/experts/${member!.id}`);
    await visitor.submit(`/office/experts/${member!.id}`, { name: '更名甲' });
    expect(visitor.errors).toEqual([]);
    expect((await read(address)).text).toContain('更名甲');
  });

  test('is found under its own programme only', async () => {
    const other = await makeProgramme(app, 'Published');
    for (const part of ['', '/print', '/record.json']) {
      expect((await read(`/programmes/${other.slug}/draws/${draw.id}${part}`)).status).toBe(404);
    }
  });

  test('a draw that was thrown away is told, without the office’s words', async () => {
    const change = {
      state: 'Voided' as const,
      voidReason: '某专家缺席',
      voidedAt: app.clock.now(),
    };
    await app.database.repo(Draw).update({ id: draw.id }, change);
    await enter('Conferred');
    const list = await read(`${base}/judges`);
    expect(list.text).toContain('作废');
    const { text, html } = await read(addresses[1]!);
    expect(text).toContain('所列结果没有采用');
    expect(html).not.toContain('某专家缺席');
    await app.database
      .repo(Draw)
      .update({ id: draw.id }, { state: 'Drawn', voidReason: null, voidedAt: null });
  });
});

test('a panel chosen by hand says so, without the office’s reason', async () => {
  const programme = await makeProgramme(app, 'Drawing');
  const judges = await seatPanel(app, programme, 'Y', 5, 2);
  await enter('Published', programme.id);
  const { text, html } = await read(`/programmes/${programme.slug}/judges`);
  expect(text).toContain('评审专家5名，其中见证抽取产生0名，人工指定5名。');
  expect(html).not.toContain('测试安排');
  const seats = await app.database.repo(Seat).findBy({ programmeId: programme.id });
  const alternates = new Set(
    seats.filter(({ alternate }) => alternate).map(({ expertId }) => expertId),
  );
  for (const { expertId } of judges) {
    const { name } = await app.database.repo(Expert).findOneByOrFail({ id: expertId });
    expect(text.includes(name)).toBe(!alternates.has(expertId));
  }
});
