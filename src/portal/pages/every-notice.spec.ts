import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { office } from '../../../test/support/people.js';
import { Notice } from '../../awards/notices/notice.entity.js';
import { newId } from '../../database/new-id.js';
import { NOTICE_KINDS } from '../../rules/lifecycle/notice-kinds.js';

let award: AwardSteps;
let known: Notice;
beforeAll(async () => {
  award = await AwardSteps.open();
  known = await award.app.database.repo(Notice).findOneByOrFail({ id: await award.toPublicity() });
}, 120_000);
afterAll(() => award.app.stop());

/** A key that has no words throws in the renderer or stands in the page as it is. */
const missingWords = /\b(awards|portal|supervision)\.[a-z]+\.\w+/i;

describe('a posted notice', () => {
  test.each(NOTICE_KINDS)('of the kind %s is read on every public page', async (kind) => {
    const { app } = award;
    const id = newId();
    await app.database.repo(Notice).insert(Object.assign({}, known, { id, kind }));
    const visitor = app.visitor();
    const pages = ['/', '/notices', '/feed.xml', `/notices/${id}`, `/notices/${id}/print`];
    const papers = ['.docx', '.txt', '/list.xlsx'].map((end) => `/notices/${id}${end}`);
    const data = [
      ...papers,
      `/notices/${id}.json`,
      `/notices/${id}/list.csv`,
      `/notices/${id}/list.json`,
    ];
    for (const language of ['zh-CN', 'en']) {
      for (const path of [...pages, ...data]) {
        await visitor.get(`${path}?lang=${language}&of=${kind}`);
        expect([path, visitor.status]).toEqual([path, 200]);
        expect(visitor.text).not.toMatch(missingWords);
      }
    }
    const supervisor = await office(app, 'Supervisor');
    await supervisor.visitor.get('/supervision');
    expect(supervisor.visitor.status).toBe(200);
  });
});
