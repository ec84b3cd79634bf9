import { RecordDefence } from '../../src/judging/defence/record-defence.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { AwardSteps } from './award-steps.js';
import { HeardMerchants, inTime } from './heard-merchants.js';
import { ObjectionSteps } from './objection-steps.js';
import { merchantPerson, office, signedIn } from './people.js';
import { ReReviewSteps } from './re-review-steps.js';
import type { TestApp } from './test-app.js';
import { TitleSteps } from './title-steps.js';
import type { Visitor } from './visitor.js';

/** A word that stands in what an expert wrote, and on no page before all have signed. */
export const SECRET = '只有这位专家自己知道的评语';
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

export interface Scene {
  readonly app: TestApp;
  /** Pages with forms, and who may fill them in. */
  readonly pages: readonly (readonly [who: string, path: string])[];
  readonly people: Readonly<Record<string, Visitor>>;
}

async function officePeople(app: TestApp): Promise<Record<string, Visitor>> {
  const people: Record<string, Visitor> = {};
  for (const role of OFFICE) people[role] = (await office(app, role)).visitor;
  return people;
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

/** Objections, re-reviews, defences and titles in each of their states, with everybody whom they concern. */
export const scenes: readonly (readonly [title: string, make: () => Promise<Scene>])[] = [
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
