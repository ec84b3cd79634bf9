import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../../test/support/case-tables.js';
import { link } from '../../../../test/support/evidence.js';
import { JudgedRound, halfPoints } from '../../../../test/support/judged-round.js';
import { office, password } from '../../../../test/support/people.js';
import { smallPdf } from '../../../../test/support/small-files.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { uploadedFile } from '../../../../test/support/uploaded-file.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { StoreDocument } from '../../../documents/store-document.js';
import type { StoredList } from './pages/offline.page.js';

let app: TestApp;
let round: JudgedRound;
let visitor: Visitor;
let documentId: string;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  const ownerId = round.applications[0]!;
  const file = uploadedFile('file', 'a.pdf', smallPdf);
  ({ documentId } = await app.app
    .get(StoreDocument)
    .run(null, { ownerType: 'application', ownerId, file }));
  await link(app, ownerId, documentId, Object.keys(halfPoints)[0]!);
  ({ visitor } = round.judges[0]!);
}, 120_000);
afterAll(() => app.stop());

const list = async (by = visitor): Promise<StoredList> => {
  await by.get('/judging/offline/list');
  return JSON.parse(by.html) as StoredList;
};
const kept = async () => (await list()).sheets.map(({ id }) => id).toSorted();
const prepare = async () => {
  await visitor.get('/judging/offline');
  await visitor.submit('/judging/offline');
};
const opened = async () => (await round.sheet(1)).firstOpenedAt;

describe('what a judge’s device takes along', () => {
  fromSavedState(() => app);

  test('is told before: how many sheets and files, and how large', async () => {
    await visitor.get('/judging/offline');
    expect(visitor.text).toContain('共2份评分表、1个附件');
    expect(visitor.page.querySelectorAll('[data-offline-sheet]')).toHaveLength(2);
  });

  test('is the own open sheets with their files, and counts as opened by nobody', async () => {
    await prepare();
    const { account, left, sheets } = JSON.parse(visitor.html) as StoredList;
    expect([account, left > 0]).toEqual([round.judge(1).accountId, true]);
    const own = [await round.sheet(1, 0), await round.sheet(1, 1)].map(({ id }) => id);
    expect(sheets.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    const pages = sheets.flatMap((sheet) => sheet.pages);
    expect(pages.map(({ as }) => as).toSorted()).toEqual(
      [...own.map((id) => `/judging/sheets/${id}`), `/documents/${documentId}`].toSorted(),
    );
    for (const { from } of pages) {
      await visitor.get(from);
      expect([from, visitor.status]).toEqual([from, 200]);
    }
    expect(await opened()).toBeNull();
    const actions = await app.database.rows<{ action: string }>(
      "SELECT action FROM access_log WHERE action LIKE '%.store' ORDER BY action",
    );
    expect(actions.map(({ action }) => action)).toEqual(['document.store', 'sheets.store']);
  });

  test('of a sheet is a page that knows that it is a copy', async () => {
    const { id } = await round.sheet(1);
    await visitor.get(`/judging/offline/sheets/${id}`);
    expect(visitor.page.querySelector('form[data-sheet][data-stored]')).not.toBeNull();
    await visitor.get(`/judging/sheets/${id}`);
    expect(visitor.page.querySelector('form[data-sheet][data-stored]')).toBeNull();
    const other = await round.sheet(2);
    await visitor.get(`/judging/offline/sheets/${other.id}`);
    expect(visitor.status).toBe(404);
  });

  test('loses what was signed, what fell and what was locked', async () => {
    expect(await kept()).toHaveLength(2);
    await round.void(1);
    expect(await kept()).toEqual([(await round.sheet(1, 1)).id]);
    await round.roundIs('Locked');
    expect(await kept()).toEqual([]);
    await round.roundIs('Open');
    await round.scoreAndSign(1);
    expect(await kept()).toEqual([]);
  });

  test('of a blind round has no name and no file without a copy', async () => {
    await app.database.execute('UPDATE round SET blind = 1 WHERE id = ?', [round.id]);
    const { sheets } = await list();
    expect(sheets.flatMap((one) => one.pages).map(({ as }) => as)).not.toContain(
      `/documents/${documentId}`,
    );
    await visitor.get('/judging/offline');
    const names = await app.database.rows<{ name: string }>('SELECT name FROM merchant');
    expect(names.filter(({ name }) => visitor.html.includes(name))).toEqual([]);
  });
});

describe('what lies on a device', () => {
  /** What the answer itself orders, before a browser goes on from it. */
  const ordered = async (path: string, fields: Record<string, string>) => {
    const { headers } = await app.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${visitor.cookies}; ${visitor.cookie('biaogan-device')}`,
      },
      payload: new URLSearchParams({ ...fields, _csrf: visitor.token }).toString(),
    });
    return [headers.location, headers['clear-site-data']];
  };
  const signsIn = async (mobile: string) => {
    await visitor.get('/sign-in');
    return ordered('/sign-in', { mobile, password });
  };

  test('goes with somebody else who signs in there, and not with a session that ran out', async () => {
    const [judge] = round.judges;
    await prepare();
    await app.database.execute('DELETE FROM session', []);
    expect(await signsIn(judge!.mobile)).toEqual(['/judging', undefined]);
    const { mobile } = await office(app, 'CityRegistrar');
    expect(await signsIn(mobile)).toEqual(['/office', '"storage"']);
  });

  test('goes with the sign-out', async () => {
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile: round.judges[0]!.mobile, password });
    await visitor.get('/judging');
    const device = visitor.cookie('biaogan-device');
    expect(device).toMatch(/^biaogan-device=[0-9a-f]{32}$/);
    expect(await ordered('/sign-out', {})).toEqual(['/', '"storage"']);
  });

  test('is served by a script that is asked for anew and answers from the root', async () => {
    await visitor.get('/judging-worker.js');
    expect(visitor.headers['content-type']).toContain('text/javascript');
    expect(visitor.headers['cache-control'] ?? '').not.toContain('immutable');
  });
});
