import { Delivery, type Outcome } from '../../src/notifications/delivery.entity.js';
import { newId } from '../../src/database/new-id.js';
import { makeApplicant, openWindow, startDraft } from './applicant.js';
import { AwardSteps } from './award-steps.js';
import { LateObjections, found } from './late-objections.js';
import { makeOpinion } from './office-review.js';
import { divisionPerson, merchantPerson, office } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import type { Sight, Sights } from './sights.js';
import { makeSubmitted } from './submitted-application.js';
import { TestApp } from './test-app.js';
import { UnlockSteps } from './unlock-steps.js';
import type { Visitor } from './visitor.js';

/** Pages of the office in states that take some doing. */
export const officeSightings: readonly (readonly [title: string, make: () => Promise<Sights>])[] = [
  ['an edition that begins before the last one has ended', twoEditions],
  ['the order of a division before it is signed', orderInHand],
  ['letters that went out and did not', mailInHand],
  ['reviews compared beforehand', planInHand],
  ['what was found after publication', foundLater],
  ['a place lost after publication', () => lookedAtAgain(0)],
  ['a place kept after publication', () => lookedAtAgain(550)],
  ['an unlock that waits for the witness', unlockInHand],
];

const of = (visitor: Visitor, paths: readonly string[]): Sight[] =>
  paths.map((path) => ({ visitor, path }));

async function twoEditions(): Promise<Sights> {
  const { app, programme: earlier } = await openWindow();
  const later = await makeProgramme(app, 'Open');
  await app.database.execute(
    "UPDATE programme SET year = 2027, name = '2027年示范网商评选' WHERE id = ?",
    [later.id],
  );
  const merchant = await makeApplicant(app);
  await startDraft(merchant, earlier);
  const { visitor } = await office(app, 'CityRegistrar');
  for (const [programme, name] of [
    [earlier, '衢江茶行'],
    [later, '开化山茶油合作社'],
  ] as const) {
    const { merchantId } = await makeSubmitted(app, programme, { name });
    await merchantPerson(app, merchantId);
  }
  const letter = { subject: '填报培训通知', body: '本周五下午在市民服务中心举办填报培训。' };
  await visitor.get('/office/letters');
  await visitor.submit('/office/letters', { ...letter, programmeId: earlier.id });
  await visitor.submit('/office/letters');
  const sent = visitor.path;
  const lists = ['applications', 'screening', 'assignments', 'takeovers', 'letters', 'notices/new'];
  return {
    app,
    sights: [
      ...of(app.visitor(), ['/', '/guide', '/programmes']),
      ...of(merchant.visitor, ['/my', '/account']),
      ...of(visitor, ['/office', sent, ...lists.map((one) => `/office/${one}`)]),
      { visitor, path: '/office/letters', act: (page) => preview(page, letter, later) },
    ],
  };
}

async function preview(
  page: Parameters<NonNullable<Sight['act']>>[0],
  letter: { readonly subject: string; readonly body: string },
  { id }: TestProgramme,
): Promise<void> {
  await page.selectOption('select[name=programmeId]', id);
  await page.fill('[name=subject]', letter.subject);
  await page.fill('[name=body]', letter.body);
  await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
}

async function orderInHand(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'DivisionReview');
  const reviewer = await divisionPerson(app, 'DivisionReviewer', '330802');
  const approver = await divisionPerson(app, 'DivisionApprover', '330802');
  const names = [
    '柯城柑橘铺',
    '九华山茶油专业合作社',
    '石室运动护具电子商务有限公司',
    '沟溪香榧家庭农场',
  ];
  for (const name of names) {
    const { id } = await makeSubmitted(app, programme, { state: 'InDivisionReview', name });
    await makeOpinion(app, { applicationId: id, categoryId: programme.categoryIds.G! });
  }
  const path = '/division/rankings/G';
  const handOver = async () => {
    const { visitor } = reviewer;
    await visitor.get(path);
    const values = (name: string) =>
      visitor.page.querySelectorAll(`[name=${name}]`).map((one) => one.getAttribute('value')!);
    const [version = ''] = values('version');
    await visitor.post(`${path}/hand-over`, {
      _csrf: visitor.token,
      version,
      order: values('order'),
    });
  };
  return {
    app,
    sights: [
      ...of(reviewer.visitor, ['/division', path]),
      ...of(approver.visitor, ['/division']),
      {
        visitor: approver.visitor,
        path,
        act: async (page) => void (await handOver(), await page.reload()),
      },
    ],
  };
}

async function mailInHand(): Promise<Sights> {
  const app = await TestApp.start({
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'office@city.invalid',
  });
  const { visitor, accountId } = await office(app, 'SystemAdmin');
  const now = app.clock.now();
  const rows: readonly (readonly [string, Outcome | null, string | null])[] = [
    ['code', 'sent', null],
    ['test', 'failed', '550 5.1.1 The email account that you tried to reach does not exist'],
    ['code', 'dropped', 'noAccount'],
    ['test', null, null],
  ];
  await app.database.repo(Delivery).insert(
    rows.map(([template, outcome, reason]) => ({
      id: newId(),
      channel: 'mail' as const,
      accountId,
      messageId: null,
      template,
      sealed: null,
      urgent: false,
      createdAt: now,
      dueAt: now,
      attempts: outcome ? 3 : 0,
      triedAt: outcome && now,
      letterId: null,
      outcome,
      endedAt: outcome && now,
      reason,
      cost: null,
      providerId: null,
    })),
  );
  const failed = await app.database.row<{ id: string }>(
    "SELECT id FROM delivery WHERE outcome = 'failed'",
  );
  return { app, sights: of(visitor, ['/admin', '/admin/mail', `/admin/mail/${failed!.id}`]) };
}

async function planInHand(): Promise<Sights> {
  const app = await TestApp.start();
  const programme = await makeProgramme(app, 'Preparing');
  const { visitor } = await office(app, 'CityRegistrar');
  await visitor.get(`/office/programmes/${programme.id}/planning`);
  await visitor.submit('/planning', {
    applications: '20',
    winners: '5',
    judges: '6',
    sheets: '110',
    minutes: '15',
    source: 'documented',
    runs: '30',
    seed: '2013',
  });
  await visitor.settled();
  return { app, sights: of(visitor, [visitor.path]) };
}

async function foundLater(): Promise<Sights> {
  const late = await LateObjections.open();
  const id = await late.entered(found);
  const { app } = late.award;
  const registrar = (await office(app, 'CityRegistrar')).visitor;
  return {
    app,
    sights: [
      ...of(registrar, ['/office', '/office/objections', `/office/objections/${id}`]),
      ...of(registrar, ['/office/objections/new']),
    ],
  };
}

async function lookedAtAgain(points: number): Promise<Sights> {
  const late = await LateObjections.open();
  const id = await late.reviewed(points);
  const { app, id: programmeId, categoryId } = late.award;
  const paths = [
    '/office',
    `/office/objections/${id}`,
    `/office/objections/${id}/re-review`,
    `/office/lists/${programmeId}`,
    `/office/standings/${categoryId}`,
  ];
  const approver = (await office(app, 'Approver')).visitor;
  const merchant = await app.database.row<{ id: string }>(
    'SELECT merchant_id AS id FROM application WHERE id = ?',
    [late.against],
  );
  const own = (await merchantPerson(app, merchant!.id)).visitor;
  return { app, sights: [...of(approver, paths), ...of(own, ['/my', `/my/objections/${id}`])] };
}

async function unlockInHand(): Promise<Sights> {
  const award = await AwardSteps.open();
  await award.lock();
  const { app, categoryId } = award;
  const steps = new UnlockSteps(award);
  await steps.agreed();
  const supervisor = (await office(app, 'Supervisor')).visitor;
  return { app, sights: of(supervisor, [`/office/standings/${categoryId}`, '/supervision']) };
}
