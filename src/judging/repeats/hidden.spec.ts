import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { RepeatingRound } from '../../../test/support/repeating-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { drawRepeat } from '../../rules/rounds/hidden-repeat.js';
import type { StoredList } from '../sheets/offline/pages/offline.page.js';
import { SheetMarks } from '../sheets/sheet-marks.js';

let app: TestApp;
let round: RepeatingRound;
let visitor: Visitor;
const [code] = Object.keys(halfPoints) as [string];
beforeAll(async () => {
  app = await TestApp.start();
  round = await RepeatingRound.open(app);
  ({ visitor } = round.judged.judges[0]!);
}, 120_000);
afterAll(() => app.stop());

const addresses = (selector = 'a') =>
  visitor.page.querySelectorAll(selector).map((one) => one.getAttribute('href') ?? '');
const files = async (id: string) => {
  await visitor.get(`/judging/sheets/${id}`);
  return addresses().filter((href) => href.startsWith('/documents/'));
};
/** A page without what differs between any two sheets. */
const shape = async (id: string, numbers: readonly string[]) => {
  await visitor.get(`/judging/sheets/${id}`);
  const own = addresses().filter((href) => /^\/(documents|judging\/sheets)\//.test(href));
  return [...own.map((href) => href.split('/')[2]!), id, visitor.token, ...numbers].reduce(
    (html, one) => html.replaceAll(one, 'X'),
    visitor.html,
  );
};

describe('the repeat of a judge', () => {
  fromSavedState(() => app);

  test('is one of the list from the beginning, at a place that the journal lets anybody draw again', async () => {
    expect(await round.repeats()).toHaveLength(5);
    await visitor.get('/judging?show=all');
    const sheets = new Set(addresses().filter((href) => href.startsWith('/judging/sheets/')));
    expect(sheets.size).toBe(5);
    const entry = await app.database.row<{ details: string }>(
      "SELECT details FROM journal_entry WHERE event = 'round.drawRepeats'",
    );
    const { seed, drawn } = JSON.parse(entry!.details) as {
      seed: string;
      drawn: { seat: number; files: number }[];
    };
    expect(drawn.map(({ seat }) => seat)).toEqual([1, 2, 3, 4, 5]);
    for (const { seat, files: count } of drawn) {
      const { of, after } = drawRepeat(seed, seat, count)!;
      const { position } = await round.repeat(seat);
      expect([count, position]).toEqual([4, after + 2]);
      expect((await round.first(seat)).position).toBe(of + 1);
    }
  });

  test('has a page like that of any other, and a number that looks like theirs', async () => {
    const { id, number, applicationId } = await round.repeat(1);
    const first = await round.first(1);
    const at = round.judged.applications.indexOf(applicationId);
    const original = await round.judged.number(at);
    expect(number).not.toBe(original);
    expect(number.replace(/\d/g, '9')).toBe(original.replace(/\d/g, '9'));
    expect(await shape(id, [number])).toBe(await shape(first.id, [original]));
    for (const end of ['print', 'own']) {
      await visitor.get(`/judging/sheets/${id}/${end}`);
      expect([visitor.status, visitor.html.includes(original)]).toEqual([200, false]);
    }
  });

  test('shows the files under addresses of its own, which open for its judge', async () => {
    const [again, before] = [
      await files((await round.repeat(1)).id),
      await files((await round.first(1)).id),
    ];
    expect([again.length > 0, again.length]).toEqual([true, before.length]);
    expect(again.filter((one) => before.includes(one))).toEqual([]);
    const [path] = again as [string];
    await visitor.get(path);
    expect(visitor.status).toBe(200);
    const opened = await app.database.rows<{ objectId: string }>(
      "SELECT object_id FROM access_log WHERE action = 'document.view'",
    );
    // Who asks who has read a document is answered by the document.
    expect(opened.map(({ objectId }) => `/documents/${objectId}`)).toEqual([
      before[0]!.split('#')[0],
    ]);
    const other = round.judged.judges[1]!.visitor;
    await other.get(`/judging/sheets/${(await round.repeat(1)).id}`);
    expect(other.status).toBe(404);
  });

  test('is scored, noted, pinned and looked through as the others, and stays apart from them', async () => {
    const { id, number } = await round.repeat(1);
    const path = `/judging/sheets/${id}`;
    await visitor.get(path);
    await visitor.submit(path, {
      ...Object.fromEntries(Object.entries(halfPoints).map(([one, p]) => [`score-${one}`, `${p}`])),
      flagged: 'on',
      note: '再看一次',
      pin: code,
      [`pin-page-${code}`]: '1',
    });
    expect(visitor.text).toContain('已标为依据');
    expect(visitor.page.querySelectorAll('.score-pins li')).toHaveLength(1);
    expect(await round.repeat(1)).toMatchObject({ scores: halfPoints, version: 2 });
    expect((await round.first(1)).scores).toEqual({});
    await visitor.get(`/judging/rounds/${round.judged.id}/review`);
    expect(visitor.text).toContain(number);
    expect((await round.repeat(1)).reviewedAt).not.toBeNull();
    // On the strip of the first one it is a file among the others.
    await round.judged.save(await round.first(1));
    await visitor.get(`/judging/sheets/${(await round.first(1)).id}/own`);
    expect(addresses('main a')).toContain(path);
    // What a judge notes for nobody else goes with the round, here too.
    const notes = () => app.database.rows('SELECT id FROM sheet_mark');
    expect(await notes()).toHaveLength(1);
    await app.app.get(SheetMarks).erase({ roundId: round.judged.id });
    expect(await notes()).toEqual([]);
  });

  test('is not named in what its judge is given of themselves, nor is the file behind it', async () => {
    const { id } = await round.repeat(1);
    for (const sheet of [await round.first(1), await round.repeat(1)]) {
      const [path] = (await files(sheet.id)) as [string];
      await visitor.get(path);
      await visitor.get(`/judging/sheets/${sheet.id}`);
      await visitor.submit(`/judging/sheets/${sheet.id}`, { [`score-${code}`]: '50' });
    }
    await visitor.get('/account/data.json');
    const { acts, accesses } = JSON.parse(visitor.html) as Record<
      'acts' | 'accesses',
      Record<string, string | null>[]
    >;
    const saved = acts.find(({ subjectId }) => subjectId === id)!;
    expect([saved.event, saved.subjectType]).toEqual(['scoreSheet.score', 'scoreSheet']);
    expect(visitor.html).not.toContain('repeat');
    const seen = accesses.filter(({ action }) => action === 'document.view');
    expect(seen.map(({ objectId }) => objectId)).toEqual([null, null]);
  });

  test('goes along for work without a network, with its own addresses', async () => {
    await visitor.get('/judging/offline/list');
    const { sheets } = JSON.parse(visitor.html) as StoredList;
    const { id, number } = await round.repeat(1);
    const own = sheets.find((sheet) => sheet.id === id)!;
    expect([sheets.length, own.number]).toEqual([5, number]);
    const kept = (one: StoredList['sheets'][number]) =>
      one.pages.map(({ as }) => as).filter((as) => as.startsWith('/documents/'));
    expect(kept(own)).toEqual((await files(id)).map((href) => href.split('#')[0]).slice(0, 1));
    const first = sheets.find((sheet) => sheet.id !== id && kept(sheet)[0] === kept(own)[0]);
    expect(first).toBeUndefined();
  });
});
