import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { RecordDefence } from '../../src/judging/defence/record-defence.js';
import { beijingDate } from '../../src/rules/calendar/beijing-time.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { AwardSteps } from '../support/award-steps.js';
import { HeardMerchants, inTime } from '../support/heard-merchants.js';
import { type FoundForm, formsOn, mutations } from '../support/hostile-forms.js';
import { ObjectionSteps } from '../support/objection-steps.js';
import { merchantPerson, office, signedIn } from '../support/people.js';
import { ReReviewSteps } from '../support/re-review-steps.js';
import { saveState } from '../support/saved-state.js';
import type { TestApp } from '../support/test-app.js';
import { TitleSteps } from '../support/title-steps.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(600_000);

/** A word that stands in what an expert wrote, and on no page before all have signed. */
const SECRET = '只有这位专家自己知道的评语';
const OFFICE: readonly Role[] = [
  'CityRegistrar',
  'Approver',
  'Verifier',
  'Tabulator',
  'Publisher',
  'Supervisor',
  'Screener',
  'SystemAdmin',
];

interface Scene {
  readonly app: TestApp;
  /** Pages with forms, and who may fill them in. */
  readonly pages: readonly (readonly [who: string, path: string])[];
  readonly people: Readonly<Record<string, Visitor>>;
}

let running: TestApp | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

async function officePeople(app: TestApp): Promise<Record<string, Visitor>> {
  const people: Record<string, Visitor> = {};
  for (const role of OFFICE) people[role] = (await office(app, role)).visitor;
  return people;
}

/** Sends to every form of a scene what a hostile visitor would; names what went wrong. */
async function play({ app, pages, people }: Scene) {
  running = app;
  const faults: string[] = [];
  const statuses = new Set<number>();
  const { restore } = await saveState(app);
  const look = (who: string, what: string, visitor: Visitor) => {
    statuses.add(visitor.status);
    if (visitor.status >= 500) faults.push(`${visitor.status} ${who} ${what}`);
    if (visitor.html.includes(SECRET)) faults.push(`told ${who} ${what}`);
  };
  const found: { who: string; path: string; form: FoundForm }[] = [];
  for (const [who, path] of pages) {
    const visitor = people[who]!;
    await visitor.get(path);
    look(who, path, visitor);
    const forms = formsOn(visitor, beijingDate(app.clock.now()));
    if (forms.length === 0) faults.push(`no form for ${who} on ${path}`);
    found.push(...forms.map((form) => ({ who, path, form })));
  }
  for (const { who, path, form } of found) {
    const { action, well } = form;
    const visitor = people[who]!;
    const tokens: Record<string, string> = {};
    for (const [other, one] of Object.entries(people)) {
      await one.get('/account/password');
      tokens[other] = one.token;
    }
    const as = (other: string, fields: FoundForm['well']) => ({ ...fields, _csrf: tokens[other]! });
    for (const [what, fields] of mutations(well)) {
      await visitor.post(action, as(who, fields));
      look(who, `${action} ${what}`, visitor);
      if (visitor.path !== action) await restore();
    }
    // Somebody else, and an object of which nobody has heard.
    for (const other of Object.keys(people)) {
      if (other === who) continue;
      await people[other]!.post(action, as(other, well));
      look(other, action, people[other]!);
      await restore();
    }
    const elsewhere = action.replace(/[0-9a-z]{16}/g, '0123456789abcdef');
    await visitor.post(`${elsewhere}?a=1&a=2`, as(who, well));
    look(who, elsewhere, visitor);
    await restore();
    // One click, three times at once: one at most is taken.
    const twins = await Promise.all([1, 2, 3].map(() => clone(app, visitor)));
    await Promise.all(twins.map((twin) => twin.post(action, as(who, well))));
    for (const twin of twins) look(who, `${action} three times at once`, twin);
    await visitor.get(path);
    look(who, `${path} afterwards`, visitor);
    await restore();
  }
  return { faults, statuses };
}

async function clone(app: TestApp, { cookies }: Visitor): Promise<Visitor> {
  const twin = app.visitor();
  await twin.get('/sign-in');
  twin.keepCookies(cookies.split('; ').map((one) => `${one}; path=/`));
  return twin;
}

async function reReviewScene(stage: 'named' | 'asked' | 'paper' | 'signed' | 'proposed') {
  const award = await AwardSteps.open();
  const objections = new ObjectionSteps(award, await award.toPublicity());
  const steps = new ReReviewSteps(objections);
  const id = await steps.decided();
  const people = await officePeople(award.app);
  const page = `/office/objections/${id}/re-review`;
  if (stage === 'named')
    return { app: award.app, people, pages: [['CityRegistrar', page]] } as const;
  if (stage === 'paper') {
    await steps.appoint(id, { onPaper: true, figures: ['netWan'] });
    const sheet = `/office/re-review-sheets/${(await steps.sheet(id, 1)).id}`;
    return {
      app: award.app,
      people,
      pages: [
        ['Tabulator', sheet],
        ['CityRegistrar', page],
      ],
    } as const;
  }
  await steps.appoint(id, { figures: stage === 'asked' ? ['netWan'] : [] });
  const comments = { G11: SECRET };
  if (stage === 'signed') {
    for (const number of [1, 2, 3]) {
      await steps.give(id, number, {
        scores: { G11: 200 },
        comments: { G11: '只证明了一部分内容。' },
      });
    }
    return { app: award.app, people, pages: [['CityRegistrar', page]] } as const;
  }
  const first = await steps.sheet(id, 1);
  if (stage === 'proposed') {
    await steps.give(id, 1, { scores: { G11: 200 }, comments });
    await steps.declare(id, 2, { ground: '7', explanation: '曾为其授课，有师生往来。' });
    await steps.proposeVoiding(id, 1);
    const pages = [
      ['Approver', '/office/removals'],
      ['CityRegistrar', page],
    ] as const;
    return { app: award.app, people, pages };
  }
  const [one, two] = [
    await signedIn(award.app, first.accountId),
    await signedIn(award.app, (await steps.sheet(id, 2)).accountId),
  ];
  await steps.declare(id, 2);
  const second = await steps.sheet(id, 2);
  return {
    app: award.app,
    people: { ...people, one, two },
    pages: [
      ['one', `/judging/re-reviews/${first.id}`],
      ['two', `/judging/re-reviews/${second.id}`],
      ['CityRegistrar', page],
    ],
  } as const;
}

async function titleScene(stage: 'held' | 'review' | 'warned' | 'cured' | 'proposed' | 'revoked') {
  const life = await TitleSteps.open();
  const people = await officePeople(life.app);
  people.holder = (await merchantPerson(life.app, life.merchantId)).visitor;
  const page = `/office/titles/${life.id}`;
  const mine = `/my/titles/${life.id}`;
  if (stage === 'held') {
    return {
      app: life.app,
      people,
      pages: [
        ['CityRegistrar', page],
        ['holder', '/my/titles'],
      ],
    } as const;
  }
  if (stage === 'review') {
    await life.openYearly();
    return {
      app: life.app,
      people,
      pages: [
        ['Verifier', page],
        ['Verifier', '/office/titles/reviews'],
        ['CityRegistrar', page],
      ],
    } as const;
  }
  if (stage === 'warned' || stage === 'cured') {
    await life.toWarning('V3');
    if (stage === 'cured') await life.cure();
    const pages =
      stage === 'cured'
        ? ([['Approver', page]] as const)
        : ([
            ['CityRegistrar', page],
            ['holder', mine],
          ] as const);
    return { app: life.app, people, pages };
  }
  if (stage === 'proposed') {
    await life.propose();
    life.moveTo('2027-03-09');
    return { app: life.app, people, pages: [['Approver', page]] } as const;
  }
  await life.toRevoked();
  return {
    app: life.app,
    people,
    pages: [
      ['Approver', page],
      ['CityRegistrar', page],
    ],
  } as const;
}

async function objectionScene(stage: 'new' | 'received' | 'accepted' | 'heard') {
  const award = await AwardSteps.open();
  const noticeId = await award.toPublicity();
  const steps = new ObjectionSteps(award, noticeId);
  const people = await officePeople(award.app);
  people.public = award.app.visitor();
  people.merchant = (await merchantPerson(award.app, award.entries[1]!.merchantId)).visitor;
  if (stage === 'new') {
    return {
      app: award.app,
      people,
      pages: [
        ['CityRegistrar', `/office/objections/new?notice=${noticeId}`],
        ['public', `/objections/new?notice=${noticeId}`],
        ['public', '/objections/follow'],
      ],
    } as const;
  }
  const id =
    stage === 'received'
      ? await steps.object()
      : stage === 'accepted'
        ? await steps.accepted()
        : await steps.heard();
  const page = `/office/objections/${id}`;
  const pages = {
    received: [['CityRegistrar', page]],
    accepted: [
      ['merchant', `/my/objections/${id}`],
      ['Approver', page],
    ],
    heard: [['Approver', page]],
  } as const;
  return { app: award.app, people, pages: pages[stage] };
}

async function defenceScene(): Promise<Scene> {
  const heard = await HeardMerchants.make();
  const roundId = heard.programme.roundIds['Y.defence']!;
  const { applicationId } = heard.entries[0]!;
  const { applicationId: second } = heard.entries[1]!;
  await heard.app.app
    .get(RecordDefence)
    .run(heard.first, { roundId, applicationId: second }, inTime);
  const people = await officePeople(heard.app);
  const path = (id: string) => `/office/rounds/${roundId}/defence-records/${id}`;
  return {
    app: heard.app,
    people,
    pages: [
      ['Verifier', path(applicationId)],
      ['CityRegistrar', path(second)],
    ],
  };
}

describe('a hostile visitor', () => {
  const scenes: readonly (readonly [string, () => Promise<Scene>])[] = [
    ['a re-review whose experts are named', () => reReviewScene('named')],
    ['a re-review that is asked for', () => reReviewScene('asked')],
    ['a re-review on paper', () => reReviewScene('paper')],
    ['a re-review that all have signed', () => reReviewScene('signed')],
    ['a signed sheet that should fall', () => reReviewScene('proposed')],
    ['the record of a defence', defenceScene],
    ['a title that holds', () => titleScene('held')],
    ['a title under review', () => titleScene('review')],
    ['a warned title', () => titleScene('warned')],
    ['a repair', () => titleScene('cured')],
    ['a title that should end', () => titleScene('proposed')],
    ['a revoked title', () => titleScene('revoked')],
    ['an objection to come', () => objectionScene('new')],
    ['an objection that came', () => objectionScene('received')],
    ['an objection that was accepted', () => objectionScene('accepted')],
    ['an objection that is heard', () => objectionScene('heard')],
  ];
  test.each(scenes)('finds no fault in %s', async (_title, make) => {
    const { faults, statuses } = await play(await make());
    expect(faults).toEqual([]);
    // Refused forms and acts of others are among them: the requests reached what they were made for.
    expect([200, 404, 422].filter((status) => !statuses.has(status))).toEqual([]);
  });
});
