import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { PaperSteps, otherPoints, someIndicator } from '../../../test/support/paper-steps.js';
import { type Person, office, signedIn } from '../../../test/support/people.js';
import { smallPng } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Document } from '../../documents/document.entity.js';
import { formatHundredths } from '../../text/format.js';

let app: TestApp;
let paper: PaperSteps;
let approver: Person;
let supervisor: Person;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  paper = await PaperSteps.open(app);
  approver = await office(app, 'Approver');
  supervisor = await office(app, 'Supervisor');
  registrar = await office(app, 'CityRegistrar');
}, 120_000);
afterAll(() => app.stop());
fromSavedState(() => app);

/** Points and words that no other part of a page says. */
const first = {
  scores: { ...halfPoints, [someIndicator]: 650 },
  comments: { G13: '甲处独有的话' },
};
const second = {
  scores: { ...otherPoints, [someIndicator]: 750 },
  comments: { G13: '乙处独有的话' },
};
const path = async () => `/office/paper-sheets/${(await paper.round.sheet(1)).id}`;
const lists = async () => [
  await path(),
  `/office/rounds/${paper.round.id}/paper`,
  `/office/rounds/${paper.round.id}`,
  `/office/rounds/${paper.round.id}/sheets?as=csv`,
  '/office',
];

async function reads({ visitor }: Person): Promise<string> {
  let html = '';
  for (const one of await lists()) {
    await visitor.get(one);
    html += visitor.status === 200 ? visitor.html : '';
  }
  return html;
}

const of = ({ scores, comments }: typeof first) => [
  `>${formatHundredths(scores[someIndicator]!)}`,
  comments.G13,
];
const found = (html: string, what: readonly string[]) => what.filter((one) => html.includes(one));

describe('before the lock what is keyed is nobody’s to read', () => {
  test('but the own keying of whoever keyed it', async () => {
    await paper.key(paper.as(paper.first), first);
    expect(found(await reads(paper.first), of(first))).toEqual(of(first));
    for (const other of [paper.second, paper.third, approver, supervisor, registrar]) {
      expect(found(await reads(other), of(first))).toEqual([]);
    }
    await paper.key(paper.as(paper.second), second);
    expect(found(await reads(paper.first), of(second))).toEqual([]);
    expect(found(await reads(paper.second), of(first))).toEqual([]);
    for (const other of [supervisor, registrar]) {
      expect(found(await reads(other), [...of(first), ...of(second)])).toEqual([]);
    }
  });

  test('a third person reads what differs, and of nothing else a point', async () => {
    await paper.key(paper.as(paper.first), { ...first, comments: { G13: '甲处独有的话' } });
    await paper.key(paper.as(paper.second), second);
    for (const reader of [paper.third, approver]) {
      await reader.visitor.get(await path());
      expect(reader.visitor.text).toContain('6.5');
      expect(reader.visitor.text).toContain('7.5');
      const names = [...reader.visitor.page.querySelectorAll('[name^="score-"]')];
      expect(names.map((one) => one.getAttribute('name'))).toEqual([`score-${someIndicator}`]);
      expect(reader.visitor.html).not.toContain('独有的话');
    }
  });

  test('and the picture opens for its judge alone', async () => {
    await paper.keyed();
    const { id } = await app.database.repo(Document).findOneByOrFail({ ownerType: 'scoreSheet' });
    const status = async ({ visitor }: Pick<Person, 'visitor'>) => {
      await visitor.get(`/documents/${id}`);
      return visitor.status;
    };
    for (const one of [paper.first, paper.third, approver, supervisor, registrar]) {
      expect(await status(one)).toBe(404);
    }
    const judge = await signedIn(app, paper.round.judge(1).accountId);
    const other = await signedIn(app, paper.round.judge(2).accountId);
    expect([await status({ visitor: judge }), await status({ visitor: other })]).toEqual([
      200, 404,
    ]);
    await paper.round.roundIs('Locked');
    expect(await status(supervisor)).toBe(200);
    await supervisor.visitor.get(await path());
    expect(supervisor.visitor.html).toContain(`href="/documents/${id}"`);
  });
});

describe('the forms', () => {
  const sent = (over: Record<string, string> = {}) => ({
    ...Object.fromEntries(
      Object.entries(halfPoints).map(([code, points]) => [
        `score-${code}`,
        formatHundredths(points),
      ]),
    ),
    signed: 'on',
    ...over,
  });
  const scan = { field: 'scan', name: '一号席.png', content: smallPng };

  test('say every problem at once, with what was typed, and key the sheet', async () => {
    const { visitor } = paper.first;
    await visitor.get(await path());
    await visitor.submit(
      '/office/paper-sheets/',
      sent({ [`score-${someIndicator}`]: '99', signed: '' }),
    );
    expect(visitor.status).toBe(422);
    expect(visitor.errors).toHaveLength(3);
    expect(visitor.html).toContain('value="99"');
    await visitor.submit('/office/paper-sheets/', sent(), [scan]);
    expect(visitor.text).toContain('已录入，等待另一名计分员录入。');
    await paper.second.visitor.get(await path());
    expect(paper.second.visitor.page.querySelector('[name="scan"]')).toBeNull();
    await paper.second.visitor.submit('/office/paper-sheets/', sent());
    expect(paper.second.visitor.text).toContain('两次录入一致，评分表已生效。');
    const judge = await signedIn(app, paper.round.judge(1).accountId);
    await judge.get(`/judging/sheets/${(await paper.round.sheet(1)).id}`);
    expect(judge.text).toContain('本表由您签字的纸质评分表录入');
  });

  test('a code leads to its sheet, and a wrong one back', async () => {
    const { id } = await paper.round.sheet(1);
    const { visitor } = paper.first;
    const list = `/office/rounds/${paper.round.id}/paper`;
    await visitor.get(`${list}?code=${id.slice(0, 4)}-${id.slice(4, 8).toUpperCase()}`);
    expect(visitor.text).toContain('1号席');
    expect(visitor.page.querySelector('[name="signed"]')).not.toBeNull();
    await visitor.get(`${list}?code=0000-0000`);
    expect(visitor.status).toBe(422);
  });

  test('the print names seat, number and code, and no judge', async () => {
    const { visitor } = paper.first;
    await visitor.get(`/office/rounds/${paper.round.id}/paper/print`);
    expect(visitor.page.querySelectorAll('.paper-sheet')).toHaveLength(10);
    await visitor.get(`/office/rounds/${paper.round.id}/paper/print?seat=2`);
    expect(visitor.page.querySelectorAll('.paper-sheet')).toHaveLength(2);
    const { id } = await paper.round.sheet(2);
    await visitor.get(`/office/rounds/${paper.round.id}/paper/print?sheet=${id}`);
    expect(visitor.text).toContain(`${id.slice(0, 4)}-${id.slice(4, 8)}`.toUpperCase());
    expect(visitor.text).toContain(await paper.round.number());
    const names = await app.database.rows<{ name: string }>('SELECT name FROM expert');
    expect(
      found(
        visitor.html,
        names.map(({ name }) => name),
      ),
    ).toEqual([]);
  });
});
