import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { confirmedAnchor } from '../../../test/support/anchors.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Round } from '../../programmes/round.entity.js';
import { CloseRound } from './close-round.js';
import { EndRounds } from './end-rounds.js';
import { RemindJudges } from './remind-judges.js';
import { RescoreSpread } from './rescore-spread.js';
import { RoundQueries } from './round.queries.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const everybodySigns = async () => {
  for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
};
/** The first application is far apart. */
const disputed = async () => {
  for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
  await round.scoreAndSign(5, [round.applications[0]!]);
};
const rescore = (application = 0) =>
  app.app.get(RescoreSpread).run(round.registrar, round.id, [round.applications[application]!]);

/** The category as people call it, and the round that is meant. */
const of = (kind: RoundKind) => {
  const { zh, en } = PRESET_NOW.categories[0]!.name;
  return { kind, categoryZh: zh, categoryEn: en };
};

describe('a round that is closed', () => {
  const close = (id = round.id) => app.app.get(CloseRound).run(round.registrar, id);
  refusalTable(
    () => app,
    [
      ['nobody planned', () => () => close(newId()), missingIn('lock-round')],
      [
        'without anybody to judge',
        async () => {
          const id = round.programme.roundIds['Y.material'];
          await app.database.repo(Round).update(id!, { state: 'Open' });
          return () => close(id);
        },
        missingIn('close-round'),
      ],
      [
        'before it was opened',
        () => () => close(round.programme.roundIds['G.defence']),
        { code: 'judging.round.notIssued', variables: of('defence') },
      ],
      [
        'before every sheet is signed',
        async () => {
          for (const seat of [1, 2, 3]) await round.scoreAndSign(seat);
          return () => close();
        },
        { code: 'judging.round.unsigned', variables: { ...of('material'), count: 4 } },
      ],
      [
        'while judges differ too much on an application',
        async () => {
          await disputed();
          return () => close();
        },
        { code: 'judging.round.flagged', variables: { ...of('material'), count: 1 } },
      ],
      [
        'a second time',
        async () => {
          await everybodySigns();
          await close();
          return () => close();
        },
        { code: 'judging.round.closedAlready', kind: 'conflict' },
      ],
      [
        'after its scores are locked',
        async () => {
          await everybodySigns();
          await round.roundIs('Locked');
          return () => close();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'after its scores are locked and its applications have gone on',
        async () => {
          await everybodySigns();
          await round.roundIs('Locked');
          await app.database.execute("UPDATE application SET state = 'Selected'");
          return () => close();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'a page for a round nobody planned',
        () => () => app.app.get(RoundQueries).byId(newId()),
        missingIn('round.queries'),
      ],
    ],
  );
});

describe('a second scoring', () => {
  const noFlag = { code: 'judging.round.noFlag', kind: 'conflict' } as const;
  refusalTable(
    () => app,
    [
      ['before every sheet is signed', () => () => rescore(), noFlag],
      [
        'of an application that judges agree on',
        async () => {
          await disputed();
          return () => rescore(1);
        },
        noFlag,
      ],
      [
        'of nothing',
        async () => {
          await disputed();
          return () => app.app.get(RescoreSpread).run(round.registrar, round.id, []);
        },
        { code: 'judging.round.noneChosen' },
      ],
      [
        'of a flagged one together with one that judges agree on',
        async () => {
          await disputed();
          return () =>
            app.app.get(RescoreSpread).run(round.registrar, round.id, round.applications);
        },
        noFlag,
      ],
      [
        'that was ordered already',
        async () => {
          await disputed();
          await rescore();
          return () => rescore();
        },
        noFlag,
      ],
      [
        'before every judge has done the anchors',
        async () => {
          await disputed();
          const { id: programmeId, categoryIds } = round.programme;
          await confirmedAnchor(app, { programmeId, categoryId: categoryIds.G! });
          return () => rescore();
        },
        { code: 'programmes.blocked.calibrationDone', variables: { open: 5 } },
      ],
      [
        'with too few alternates',
        async () => {
          await round.replace(6, { promote: false });
          await disputed();
          return () => rescore();
        },
        { code: 'judging.round.noAlternate', variables: { count: 2 } },
      ],
      [
        'in a round that is locked',
        async () => {
          await disputed();
          await round.roundIs('Locked');
          return () => rescore();
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
    ],
  );
});

describe('a round', () => {
  refusalTable(
    () => app,
    [
      [
        'a reminder before it opens',
        () => () =>
          app.app.get(RemindJudges).run(round.registrar, round.programme.roundIds['G.defence']!),
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'a second reminder on the same day',
        async () => {
          await app.app.get(RemindJudges).run(round.registrar, round.id);
          return () => app.app.get(RemindJudges).run(round.registrar, round.id);
        },
        { code: 'judging.round.remindedLately', variables: { hours: 24 }, kind: 'conflict' },
      ],
      [
        'a reminder when everybody has signed',
        async () => {
          await everybodySigns();
          return () => app.app.get(RemindJudges).run(round.registrar, round.id);
        },
        { code: 'judging.round.nobodyToRemind', kind: 'conflict' },
      ],
      [
        'its end while the programme runs',
        () => () =>
          app.database.transaction(() =>
            app.app.get(EndRounds).run(round.programme.id, '程序缺陷'),
          ),
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'R05', guard: 'programmeTerminated' },
        },
      ],
    ],
  );
});
