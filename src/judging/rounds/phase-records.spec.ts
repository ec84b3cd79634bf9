import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { defenceNoticed } from '../../../test/support/attest.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { RequireStep } from '../../programmes/require-step.js';
import { newPaper } from '../paper/hold-paper.js';
import { PaperSheet } from '../paper/paper-sheet.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { CloseRound } from './close-round.js';

/** Category G is judged by its files alone. */
const filesOnly = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) =>
    category.code === 'G'
      ? { ...category, composite: { ...category.composite, defence: 0 } }
      : category,
  ),
};

let app: TestApp;
let round: JudgedRound;
async function signed(rules = PRESET_NOW): Promise<void> {
  app = await TestApp.start();
  round = await JudgedRound.open(app, 2, rules);
  for (const seat of [1, 2, 3, 4, 5]) await round.scoreAndSign(seat);
  await defenceNoticed(app, round.programme.id);
}
const defence = () => round.programme.roundIds['G.defence']!;
const close = (id: string) => () => app.app.get(CloseRound).run(round.registrar, id);
const openDefence = () => round.openRound(defence());
/** Every judge has given what the sheet allows at half. */
const defended = async () => {
  await openDefence();
  await app.database.execute(
    `UPDATE score_sheet SET state = 'Signed', total = 5000 WHERE round_id = ?`,
    [defence()],
  );
};
const byRegistrar = { actorRole: 'CityRegistrar', subjectType: 'programme' } as const;
const closed = (sheets: number) => ({
  event: 'round.close',
  actorRole: 'CityRegistrar',
  subjectType: 'round',
  details: { sheets },
});

describe('a phase of judging that ends', () => {
  beforeAll(() => signed(), 120_000);
  afterAll(() => app.stop());
  recordTable(
    () => app,
    [
      [
        'the files alone, where a defence follows',
        () => close(round.id),
        { events: [closed(10)], messages: [] },
      ],
      [
        'the files, when the defence opens',
        () => openDefence,
        {
          events: [
            {
              event: 'programme.startDefence',
              ...byRegistrar,
              details: { from: 'MaterialReview', to: 'Defence', rule: 'P09b' },
            },
            {
              event: 'round.open',
              actorRole: 'CityRegistrar',
              subjectType: 'round',
              details: { rules: '<hash>', applications: 2, sheets: 10, withheldFiles: 0 },
            },
          ],
          messages: Array.from({ length: 5 }, () => ({ message: 'judgingOpen', to: 'Judge' })),
        },
      ],
      [
        'the defence',
        async () => {
          await defended();
          return close(defence());
        },
        {
          events: [
            {
              event: 'round.freezeFlags',
              actorRole: 'System',
              subjectType: 'round',
              details: { applications: 2, flagged: [] },
            },
            closed(10),
            {
              event: 'programme.closeDefence',
              ...byRegistrar,
              details: { from: 'Defence', to: 'ScoresLocked', rule: 'P11' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
  refusalTable(
    () => app,
    [
      [
        'the defence while its sheets are open, by an act that forgot to look',
        async () => {
          await openDefence();
          return () => app.app.get(RequireStep).run(round.programme.id, 'closeDefence');
        },
        { code: 'programmes.blocked.everyDefenceSheetSigned', variables: { open: 10 } },
      ],
      [
        'the defence while a paper is out, whose sheet was signed on the device',
        async () => {
          await defended();
          const { id } = await app.database
            .repo(ScoreSheet)
            .findOneByOrFail({ roundId: defence() });
          await app.database.repo(PaperSheet).save(newPaper(id, newId(), app.clock.now()));
          return close(defence());
        },
        { code: 'programmes.blocked.paperAndScreenReconciled', variables: { open: 1 } },
      ],
    ],
  );
});

describe('a phase of judging without a defence', () => {
  beforeAll(() => signed(filesOnly), 120_000);
  afterAll(() => app.stop());
  recordTable(
    () => app,
    [
      [
        'the files, and with them the judging, where nobody defends',
        () => close(round.id),
        {
          events: [
            closed(10),
            {
              event: 'programme.closeScoringWithoutDefence',
              ...byRegistrar,
              details: { from: 'MaterialReview', to: 'ScoresLocked', rule: 'P10' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
  refusalTable(
    () => app,
    [
      [
        'the files for a defence of nobody',
        () => () => round.openRound(round.programme.roundIds['Y.defence']),
        { code: 'lifecycle.refused.guard', variables: { rule: '', guard: 'defenceHasWeight' } },
      ],
    ],
  );
});
