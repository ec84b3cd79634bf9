import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Journal } from '../../journal/journal.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Notice } from '../../awards/notices/notice.entity.js';
import { newId } from '../../database/new-id.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-10-12T02:00:00.000Z');
});
afterAll(() => app.stop());

describe('the home page', () => {
  test('is calm while there is no programme, no notice and no title', async () => {
    const visitor = app.visitor();
    await visitor.get('/');
    expect(visitor.status).toBe(200);
    expect(visitor.text).toContain('目前没有进行中的评选');
    expect(visitor.text).toContain('尚未发布公告');
    expect(visitor.text).toContain('首批称号公布后，可在这里查询');
  });

  test('shows the running phase, its last day and the days left', async () => {
    const programme = await makeProgramme(app, 'DivisionReview');
    await app.database.repo(Notice).save(callFor(programme.id, app.clock.now()));
    await app.app.get(Journal).record({
      actorId: null,
      actorRole: 'System',
      event: 'notice.post',
      subjectType: 'notice',
      subjectId: programme.id,
      changesPublicPages: true,
    });
    const visitor = app.visitor();
    await visitor.get('/');
    expect(visitor.text).toContain('2026年示范网商评选');
    expect(visitor.text).toContain('县级初审推荐截止 2026年10月22日（星期四）24:00 还有10天');
    expect(visitor.text).toContain('申报通知 关于组织申报的通知 2026年8月3日');
    const current = visitor.page.querySelectorAll('.course-phase.course-current');
    expect(current.map((phase) => phase.querySelector('.course-dates')?.text)).toEqual([
      '10月8日至10月22日',
    ]);
  });

  test('shows every edition that runs, each with its dates, and a notice leads to its own', async () => {
    const second = await makeProgramme(app, 'Open');
    const call = callFor(second.id, app.clock.now());
    await app.database.repo(Notice).save(call);
    await app.app.get(Journal).record({
      actorId: null,
      actorRole: 'System',
      event: 'notice.post',
      subjectType: 'notice',
      subjectId: second.id,
      changesPublicPages: true,
    });
    const visitor = app.visitor();
    await visitor.get('/');
    const hrefs = visitor.page
      .querySelectorAll('.home-now')
      .map((one) => one.querySelectorAll('a').map((link) => link.getAttribute('href')));
    expect(hrefs).toHaveLength(2);
    expect(hrefs).toContainEqual(['/my', `/programmes/${second.slug}`, '/programmes']);
    expect(visitor.page.querySelectorAll('.home-course-name')).toHaveLength(2);
    await visitor.get(`/notices/${call.id}`);
    const facts = visitor.page.querySelectorAll('.fact-list a').map((a) => a.getAttribute('href'));
    expect(facts).toEqual([
      `/programmes/${second.slug}`,
      `/programmes/${second.slug}#rubrics`,
      '/my',
    ]);
    await app.database.repo(Programme).update(second.id, { state: 'InForce' });
    await visitor.get(`/notices/${call.id}?again`, { cookie: 'biaogan=none' });
    expect(visitor.page.querySelectorAll('.fact-list a').at(-1)!.getAttribute('href')).toBe(
      '/progress',
    );
  });

  test('is kept for visitors without a session and made again on the next day', async () => {
    const visitor = app.visitor();
    await visitor.get('/');
    expect(visitor.headers.etag).toMatch(/^"/);
    app.clock.moveTo('2026-10-13T02:00:00.000Z');
    await visitor.get('/');
    expect(visitor.text).toContain('还有9天');
  });

  test('tells its headers alone to who asks for them, first and from the store', async () => {
    const server = app.app.getHttpServer() as Parameters<typeof request>[0];
    for (const path of ['/', '/', '/sign-in']) {
      const whole = await request(server).get(path).set('accept-encoding', 'identity').expect(200);
      const head = await request(server).head(path).set('accept-encoding', 'identity').expect(200);
      expect(head.text).toBeUndefined();
      expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    }
    await request(server).head('/nowhere').expect(404);
  });

  test('standing texts, open data, site map and robots answer', async () => {
    const visitor = app.visitor();
    for (const path of ['/privacy', '/accessibility', '/open-data']) {
      expect((await visitor.get(path)).status).toBe(200);
    }
    await visitor.get('/sitemap.xml');
    expect(visitor.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(visitor.html).toMatch(/<loc>http:\/\/localhost:\d+\/programmes\/p-[a-z0-9]+<\/loc>/);
    await visitor.get('/robots.txt');
    expect(visitor.html).toContain('Disallow: /office');
  });

  test('the site map keeps silent about a programme in preparation', async () => {
    const secret = await makeProgramme(app, 'Preparing');
    const visitor = app.visitor();
    await visitor.get('/sitemap.xml', { accept: 'application/xml', cookie: 'biaogan=none' });
    expect(visitor.html).toContain('/privacy');
    expect(visitor.html).not.toContain(secret.slug);
  });
});

function callFor(programmeId: string, now: string): Notice {
  return Object.assign(new Notice(), {
    id: newId(),
    programmeId,
    kind: 'call',
    title: '关于组织申报的通知',
    body: '请按时申报。',
    listId: null,
    correctsId: null,
    documentNumber: null,
    postedOn: '2026-08-03',
    firstDay: null,
    lastDay: null,
    workingDays: null,
    facts: {},
    postedBy: programmeId,
    confirmedBy: null,
    postedAt: now,
  });
}
