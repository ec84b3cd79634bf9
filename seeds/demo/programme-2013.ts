import { Figure } from '../../src/applications/figure.entity.js';
import { ScoreAdjustment } from '../../src/applications/score-adjustment.entity.js';
import { planPhases } from '../../src/rules/programme/phase-calendar.js';
import { PRESET_2013 } from '../reference/rule-sets/preset-2013.js';
import { type DemoApplication, addApplication, recordSteps } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { judgePast } from './judging-2013.js';
import type { CategoryLetter, DemoMerchant } from './merchant.js';
import { addRecommendation, addScreening, divisionRanks } from './office-work.js';
import { addPastAward } from './past-award.js';
import type { Cast } from './people.js';
import { phaseOf } from './phase-plan.js';
import { type DemoProgramme, addProgramme, recordCourse } from './programme-rows.js';
import { addStepRecords } from './step-records.js';
import { readingOf } from './reading.js';
import type { Reading } from './verdicts.js';

const OPENING_DAY = '2013-07-01';

/** The edition of 2013, complete from the call to the last expired title. */
export function makeProgramme2013(
  city: City,
  cast: Cast,
  merchants: readonly DemoMerchant[],
  agents: ReadonlyMap<string, string>,
): void {
  const dice = city.dice.fork('2013');
  const phases = planPhases(city.calendar, OPENING_DAY);
  const programme = addProgramme(city, dice, cast, {
    slug: '2013',
    name: '2013年衢州市示范网商评选',
    year: 2013,
    state: 'Archived',
    rules: {
      ...PRESET_2013,
      reference: { year: 2012, applicationDeadline: phaseOf(phases, 'Open').to },
    },
    phases,
    documentNumber: '衢政办函〔2013〕46号',
    rounds: { material: 'Locked', defence: 'Locked' },
    blind: [],
  });
  recordCourse(city, cast, programme, 'archive');
  addStepRecords(city, dice.fork('steps'), cast, programme, null);
  const applicants = dice.shuffled(merchants.filter(({ past }) => past !== null));
  const applications = (['G', 'Y', 'N'] as const).flatMap((category) =>
    applicants
      .filter(({ past }) => past === category)
      .map((merchant, i) =>
        addPastApplication(city, dice, cast, programme, merchant, category, i + 1, agents),
      ),
  );
  addOfficeWork(city, dice, cast, programme, applications);
  addAdjustments(city, dice, cast, programme, applications);
  const judged = judgePast(city, dice.fork('judging'), cast, programme, applications);
  addPastAward(city, dice.fork('award'), cast, programme, applications, judged);
}

function addPastApplication(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  merchant: DemoMerchant,
  category: CategoryLetter,
  serial: number,
  agents: ReadonlyMap<string, string>,
): DemoApplication {
  const reading = readingOf(programme, cast, dice);
  const application = addApplication(city, dice, {
    programme,
    category,
    merchant,
    serial,
    // The award sets what became of it.
    state: 'InReview',
    stateSince: at(programme.phase('MaterialReview').from),
    agentId: agents.get(merchant.id)!,
    reading,
  });
  if (category === 'Y')
    application.figures.push(...defenceFigures(city, dice, application, reading));
  return application;
}

/** Y18 is measured at the defence itself: seconds over time and a statement against the file. */
function defenceFigures(
  city: City,
  dice: Dice,
  { id }: DemoApplication,
  reading: Reading,
): Partial<Figure>[] {
  const measured = {
    overtimeSeconds: dice.chance(0.7) ? '0' : String(dice.whole(5, 70)),
    'tick.Y18.contradiction': dice.chance(0.94) ? '0' : '1',
  };
  return Object.entries(measured).map(([key, verified]) =>
    city.rows.add(Figure, {
      id: dice.id(),
      applicationId: id,
      key,
      claimed: null,
      verified,
      verdict: 'Accepted' as const,
      reason: null,
      ...reading,
    }),
  );
}

function addOfficeWork(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
): void {
  const ranks = divisionRanks(applications);
  const verifiedAt = at(programme.phase('Verification').to, 440);
  const enteredAt = at(programme.phase('Drawing').to, 440);
  for (const application of applications) {
    const rank = ranks.get(application.id)!;
    const recommendedAt = addRecommendation(city, dice, cast, programme, application, rank);
    const screenedAt = addScreening(city, dice, cast, programme, application, { result: 'in' });
    const { approver } = cast.divisions[application.merchant.division.code]!;
    recordSteps(city, cast, programme, application, [
      { event: 'recommend', at: recommendedAt, actorId: approver, role: 'DivisionApprover' },
      { event: 'screenIn', at: screenedAt, actorId: cast.screener, role: 'Screener' },
      { event: 'verify', at: verifiedAt, actorId: cast.verifiers[0], role: 'Verifier' },
      { event: 'enterReview', at: enteredAt, actorId: null, role: 'System' },
    ]);
  }
}

/** Two bonuses and a deduction, itemised, decided before the panel was drawn. */
function addAdjustments(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
): void {
  const items = [
    { kind: 'bonus', points: 200, reason: '承担全市网商公益培训，授课记录完整。' },
    { kind: 'bonus', points: 100, reason: '主动承接滞销农产品义卖，交易记录可查。' },
    { kind: 'deduction', points: 100, reason: '补正材料逾期一次。' },
  ] as const;
  items.forEach((item, i) => {
    city.rows.add(ScoreAdjustment, {
      id: dice.id(),
      applicationId: applications[i * 13 + 2]!.id,
      ...item,
      decidedBy: cast.verifiers[0],
      decidedAt: at(programme.phase('Verification').to, 400 + i),
    });
  });
}
