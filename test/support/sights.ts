import type { Page } from 'playwright-core';
import { AnalysedCategory } from './analysed-category.js';
import { makeApplicant, openWindow, startDraft } from './applicant.js';
import { AwardSteps } from './award-steps.js';
import { crawl } from './crawl.js';
import { merchantPerson, office } from './people.js';
import { loadWorkingDays } from './programme.js';
import { hallSightings } from './hall-sights.js';
import { importSightings } from './import-sights.js';
import { judgingSightings } from './judging-sights.js';
import { officeSightings } from './office-sights.js';
import { prepared } from './prepared-programme.js';
import { acting } from './acting.js';
import { scenes } from './scenes.js';
import { TestApp } from './test-app.js';
import { TitleSteps } from './title-steps.js';
import type { Visitor } from './visitor.js';

/** One look of somebody at a page, after doing something on it. */
export interface Sight {
  readonly visitor: Visitor;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

export interface Sights {
  readonly app: TestApp;
  readonly sights: readonly Sight[];
}

/** Pages in states that the demo city does not hold. */
export const sightings: readonly (readonly [title: string, make: () => Promise<Sights>])[] = [
  ['rules, rubric and rounds that can be changed', rulesInHand],
  ['a draft', draftInHand],
  ['computed standings', standingsInHand],
  ['a public notice that runs', noticeInHand],
  ['certificates and a window', certificatesInHand],
  ...officeSightings,
  ...judgingSightings,
  ...hallSightings,
  ...importSightings,
  ...scenes.map(([title, make]) => [title, () => inScene(make)] as const),
];

async function inScene(make: (typeof scenes)[number][1]): Promise<Sights> {
  const { app, pages, people } = await make();
  return { app, sights: pages.map(([who, path]) => ({ visitor: people[who]!, path })) };
}

/** Sends the largest form of the page with nothing in it, so that every field that is owed complains. */
async function sendEmpty(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const size = (form) => form.querySelectorAll('input:not([type=hidden]), textarea, select').length;
    const forms = [...document.querySelectorAll('main form[method=post]')];
    const form = forms.toSorted((one, other) => size(other) - size(one))[0];
    for (const field of form.querySelectorAll('input:not([type=hidden]), textarea')) {
      if (/radio|checkbox/.test(field.type)) field.checked = false; else field.value = '';
    }
    form.noValidate = true;
    form.requestSubmit(form.querySelector('[value=save]') ?? undefined);
  })()`);
  await page.waitForSelector('.error-summary');
}

async function rulesInHand(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const { visitor, accountId } = await office(app, 'CityRegistrar');
  const id = await prepared(app, acting('CityRegistrar', { accountId }));
  const own = `/office/programmes/${id}`;
  const found = new Set<string>();
  await crawl(visitor, [own], { perKind: 1, limit: 60, look: (path) => found.add(path) });
  const paths = [...found].filter((path) => path.startsWith(`${own}/`));
  const rules = ['rubric/G', 'indicators/G1', 'indicators/G16'].map((part) => `rules/${part}`);
  const forms = ['details', 'calendar', 'rounds', 'legal-basis', ...rules].map(
    (part) => `${own}/${part}`,
  );
  return {
    app,
    sights: [
      ...paths.map((path) => ({ visitor, path })),
      ...forms.map((path) => ({ visitor, path, act: sendEmpty })),
    ],
  };
}

async function draftInHand(): Promise<Sights> {
  const { app, programme } = await openWindow();
  const applicant = await makeApplicant(app);
  const { visitor } = applicant;
  const draft = await startDraft(applicant, programme);
  const parts = ['', '/register', '/figures', '/texts', '/evidence', '/preview', '/check'];
  const paths = [...parts, '/declarations', '/known-facts', '/removal'].map(
    (part) => `${draft}${part}`,
  );
  const rooms = ['/my', '/my/merchant', '/my/shops/new', '/my/returns/2025', '/my/relations'];
  return {
    app,
    sights: [
      ...[...paths, ...rooms].map((path) => ({ visitor, path })),
      ...['/my/merchant', '/my/shops/new'].map((path) => ({ visitor, path, act: sendEmpty })),
    ],
  };
}

async function standingsInHand(): Promise<Sights> {
  const made = await AnalysedCategory.make();
  await made.lock('G');
  const { visitor } = made.approver;
  const path = made.path('G');
  await visitor.get(`${path}/what-if`);
  await visitor.submit('/what-if', { rule: 'median' });
  const whatIf = visitor.path;
  const supervisor = await office(made.app, 'Supervisor');
  const category = path.split('/').at(-1)!;
  const diagnostics = `/supervision/diagnostics/${category}`;
  const found: string[] = [];
  await crawl(supervisor.visitor, [diagnostics], {
    perKind: 1,
    limit: 8,
    look: (one) => found.push(one),
  });
  return {
    app: made.app,
    sights: [
      ...[
        path,
        `${path}/robustness`,
        whatIf,
        `${path}/agreement`,
        `/office/lists/${made.programme.id}`,
      ]
        .concat(`${path}/${made.entries[0]!.applicationId}`)
        .map((one) => ({ visitor, path: one })),
      ...found
        .filter((one) => one.startsWith(diagnostics))
        .map((one) => ({ visitor: supervisor.visitor, path: one })),
    ],
  };
}

async function noticeInHand(): Promise<Sights> {
  const award = await AwardSteps.open();
  const noticeId = await award.toPublicity();
  const visitor = award.app.visitor();
  await visitor.get('/');
  const registrar = (await office(award.app, 'CityRegistrar')).visitor;
  const merchant = (await merchantPerson(award.app, award.entries[0]!.merchantId)).visitor;
  return {
    app: award.app,
    sights: [
      { visitor, path: '/' },
      { visitor, path: `/notices/${noticeId}` },
      { visitor, path: `/notices/${noticeId}/print` },
      { visitor, path: `/objections/new?notice=${noticeId}`, act: sendEmpty },
      { visitor: registrar, path: `/office/objections/new?notice=${noticeId}`, act: sendEmpty },
      { visitor: registrar, path: `/office/lists/${award.id}` },
      { visitor: registrar, path: '/office' },
      { visitor: merchant, path: '/my' },
    ],
  };
}

async function certificatesInHand(): Promise<Sights> {
  const life = await TitleSteps.open();
  const registrar = (await office(life.app, 'CityRegistrar')).visitor;
  const holder = (await merchantPerson(life.app, life.merchantId)).visitor;
  const admin = (await office(life.app, 'SystemAdmin')).visitor;
  return {
    app: life.app,
    sights: [
      { visitor: registrar, path: '/office/titles/certificates' },
      { visitor: registrar, path: '/office/titles/changes' },
      { visitor: registrar, path: '/office/window/new' },
      { visitor: registrar, path: '/office/window/new', act: sendEmpty },
      { visitor: registrar, path: '/office/working-days/2028' },
      { visitor: holder, path: `/my/titles/${life.id}/certificate` },
      { visitor: holder, path: `/my/titles/${life.id}` },
      { visitor: admin, path: '/admin/people/new', act: sendEmpty },
      { visitor: admin, path: '/admin/mail' },
    ],
  };
}
