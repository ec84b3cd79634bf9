import type { Page } from 'playwright-core';
import { ClaimTooShort } from '../../src/judging/chair/claim-too-short.js';
import { RecordMinute } from '../../src/judging/chair/record-minute.js';
import { ANCHORED, anchorIndicators, confirmedAnchor, typedAnchor } from './anchors.js';
import { PrepareAnchor } from '../../src/judging/anchors/prepare-anchor.js';
import { SaveAnchor } from '../../src/judging/anchors/save-anchor.js';
import { JudgedRound, halfPoints } from './judged-round.js';
import { verifiedApplication } from './judging.js';
import { office } from './people.js';
import { loadWorkingDays, makeProgramme } from './programme.js';
import type { Sight, Sights } from './sights.js';
import { TestApp } from './test-app.js';

/** Pages of the judges, their chair and those who prepare for them. */
export const judgingSightings: readonly (readonly [title: string, make: () => Promise<Sights>])[] =
  [
    ['anchors in preparation', anchorsInHand],
    ['anchors before the judge', anchorsBeforeJudge],
    ['a panel at work', panelAtWork],
    ['a declaration to sign', declarationInHand],
  ];

const press =
  (selector: string): NonNullable<Sight['act']> =>
  async (page) =>
    void (await Promise.all([page.waitForNavigation(), page.click(selector)]));

/** An earlier file whose material becomes that of an anchor. */
async function earlierFile(app: TestApp): Promise<string> {
  const past = await makeProgramme(app, 'Published', ANCHORED);
  const texts = Object.fromEntries(
    anchorIndicators.map(({ code }) => [
      code,
      `${code}：全年办了三期网店运营培训，参加的有村里的橘农和返乡青年，做法写成了手册。`,
    ]),
  );
  const { applicationId } = await verifiedApplication(app, past, 'G', { texts });
  await app.database.execute('UPDATE programme SET year = 2025 WHERE id = ?', [past.id]);
  await app.database.execute("UPDATE round SET state = 'Locked' WHERE programme_id = ?", [past.id]);
  await app.database.execute("UPDATE application SET judging_number = '0417' WHERE id = ?", [
    applicationId,
  ]);
  return applicationId;
}

async function anchorsInHand(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const sourceId = await earlierFile(app);
  const round = await JudgedRound.declaring(app, 1, ANCHORED);
  const categoryId = round.programme.categoryIds.G!;
  const prepare = app.app.get(PrepareAnchor);
  const first = await prepare.run(round.registrar, { categoryId, sourceId });
  const second = await prepare.run(round.registrar, { categoryId, sourceId: null });
  const given = { id: second, version: 1, handOver: true };
  await app.app.get(SaveAnchor).run(round.registrar, given, () => typedAnchor);
  const { visitor } = await office(app, 'CityRegistrar');
  const approver = (await office(app, 'Approver')).visitor;
  const room = `/office/anchors/${round.programme.id}`;
  const dossier = (id: string) => `/office/anchor-dossiers/${id}`;
  return {
    app,
    sights: [
      { visitor, path: room },
      { visitor, path: dossier(first) },
      { visitor, path: dossier(first), act: press('[value=handOver]') },
      { visitor: approver, path: dossier(second) },
    ],
  };
}

async function anchorsBeforeJudge(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const round = await JudgedRound.declaring(app, 2, ANCHORED);
  const place = { programmeId: round.programme.id, categoryId: round.programme.categoryIds.G! };
  const anchor = await confirmedAnchor(app, place);
  await confirmedAnchor(app, place, 2);
  await round.everybodyDeclares();
  await round.openRound();
  const { visitor } = round.judges[0]!;
  const path = `/judging/anchors/${anchor}`;
  const submit = async (page: Page) => {
    const given = anchorIndicators.map(({ code, weight }) => {
      const value = String(Math.round(weight / 2 / 50) * 50 + 50);
      return `[name="score-${code}"][value="${value}"]`;
    });
    // All but the first lie in folded rows.
    await page.evaluate(
      `for (const one of ${JSON.stringify(given)}) document.querySelector(one).checked = true`,
    );
    await press('#submit button')(page);
  };
  return {
    app,
    sights: [
      { visitor, path: '/judging' },
      { visitor, path },
      { visitor, path, act: submit },
      { visitor, path, act: press('form[action$="/acknowledgement"] button') },
      { visitor, path: '/judging' },
    ],
  };
}

async function panelAtWork(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const round = await JudgedRound.open(app, 6);
  const chair = round.judge(1);
  const minute = app.app.get(RecordMinute);
  for (const [kind, text] of [
    ['order', '上午评一号到三号，下午评其余；遇到看不清的材料先记下编号。'],
    ['note', '各位评委到齐，一起读了评分标准和加分的口径。'],
    ['question', '有一份材料缺了封面，是否按现有材料评？'],
  ] as const) {
    await minute.run(chair, round.id, { kind, text });
  }
  for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
  for (const at of [0, 1]) await round.save(await round.sheet(5, at), halfPoints);
  await app.app.get(ClaimTooShort).run(round.judge(5), round.id);
  const own = round.judges[4]!.visitor;
  const { visitor } = round.judges[0]!;
  const registrar = (await office(app, 'CityRegistrar')).visitor;
  const room = `/judging/chair/${round.id}`;
  const rounds = `/judging/rounds/${round.id}`;
  const points = async (page: Page) => {
    await page.focus('[name=kind]');
    await page.keyboard.press('Space');
    await page.fill('[name=text]', '二号席给了85分');
    await press('main form .button-primary')(page);
  };
  return {
    app,
    sights: [
      { visitor, path: room },
      { visitor, path: room, act: points },
      { visitor: registrar, path: `/office/rounds/${round.id}` },
      { visitor: own, path: '/judging' },
      { visitor: own, path: `/judging/sheets/${(await round.sheet(5, 2)).id}` },
      { visitor: own, path: `${rounds}/review` },
      { visitor: own, path: `${rounds}/sign` },
      { visitor: own, path: `${rounds}/sign`, act: press('main form .button-primary') },
    ],
  };
}

async function declarationInHand(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const round = await JudgedRound.declaring(app, 6);
  const { visitor, seatId } = round.judges[0]!;
  const path = `/judging/seats/${seatId}/declaration`;
  return {
    app,
    sights: [
      { visitor, path },
      { visitor, path, act: press('[value=sign]') },
      { visitor, path, act: press('[value=rest]') },
    ],
  };
}
