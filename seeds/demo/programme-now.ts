import { CorrectionRequest } from '../../src/applications/correction-request.entity.js';
import type { ApplicationState } from '../../src/rules/lifecycle/application-states.js';
import { addWorkingDays, isWorkingDay } from '../../src/rules/calendar/working-day-calendar.js';
import { PRESET_NOW } from '../reference/rule-sets/preset-now.js';
import { type DemoApplication, addApplication, recordSteps } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { addEvidence, addRecommendationScan } from './evidence.js';
import { openJudging } from './judging-now.js';
import { type CategoryLetter, type DemoMerchant, REVIEWED_MERCHANT } from './merchant.js';
import { addRecommendation, addScreening, divisionRanks } from './office-work.js';
import { addCourseMessages, askForReturn } from './messages.js';
import { addOpenWork } from './open-work.js';
import { addCallNotice } from './past-notices.js';
import type { Cast } from './people.js';
import { phaseOf, planAroundToday } from './phase-plan.js';
import { type DemoProgramme, addProgramme, recordCourse } from './programme-rows.js';
import { addStepRecords } from './step-records.js';
import { readingOf } from './reading.js';

/** Today is this working day of the ten of the material review. */
const DAY_OF_REVIEW = 5;
/** Papers are attached to the first applications of each category. */
const WITH_EVIDENCE = 6;

/** This year's edition: the panel is scoring, some judges are far and some have not begun. */
export function makeProgrammeNow(
  city: City,
  cast: Cast,
  merchants: readonly DemoMerchant[],
  agents: ReadonlyMap<string, string>,
): void {
  const dice = city.dice.fork('now');
  const day = isWorkingDay(city.calendar, city.today)
    ? city.today
    : addWorkingDays(city.calendar, city.today, -1);
  const phases = planAroundToday(city.calendar, day, DAY_OF_REVIEW);
  const { year } = city;
  const programme = addProgramme(city, dice, cast, {
    slug: String(year),
    name: `${year}年衢州市示范网商评选`,
    year,
    state: 'MaterialReview',
    rules: {
      ...PRESET_NOW,
      categories: PRESET_NOW.categories.map((one) => ({ ...one, anchors: true })),
      reference: { year: year - 1, applicationDeadline: phaseOf(phases, 'Open').to },
    },
    phases,
    documentNumber: `衢政办函〔${year}〕18号`,
    rounds: { material: 'Open', defence: 'Planned' },
    blind: ['N'],
  });
  recordCourse(city, cast, programme, 'startMaterialReview');
  // What comes after the draw is still to be recorded.
  addStepRecords(city, dice.fork('steps'), cast, programme, 'Defence');
  addCallNotice(city, dice, cast, programme, `衢商务〔${year}〕32号`);
  const applicants = dice.shuffled(merchants.filter(({ now }) => now !== null));
  const applications = (['G', 'Y', 'N'] as const).flatMap((category) => {
    const own = applicants.filter(({ now }) => now === category);
    const states = statesOf(category, own);
    return own.map((merchant, i) =>
      addApplication(city, dice, {
        programme,
        category,
        merchant,
        serial: i + 1,
        state: states.get(merchant) ?? 'InReview',
        stateSince: at(programme.phase('RecusalDeclaration').to, 420),
        agentId: agents.get(merchant.id)!,
        reading: states.has(merchant) ? null : readingOf(programme, cast, dice),
      }),
    );
  });
  addOfficeWork(city, dice, cast, programme, applications);
  const judged = applications.filter(({ row }) => row.state === 'InReview');
  for (const category of ['G', 'Y', 'N'] as const) {
    judged
      .filter((one) => one.category === category)
      .filter(({ merchant }, i) => i < WITH_EVIDENCE || merchant.index === REVIEWED_MERCHANT)
      .forEach((one) => addEvidence(city, dice, programme, one));
  }
  openJudging(city, dice.fork('judging'), cast, programme, judged);
  addOpenWork(city, dice.fork('desks'), cast, programme, judged);
  addCourseMessages(city, dice.fork('messages'), cast, programme, applications);
  askForReturn(city, dice.fork('returns'), merchants);
}

/** The applications that did not reach the panel, one of a kind. */
const ELSEWHERE: Readonly<Record<CategoryLetter, readonly ApplicationState[]>> = {
  G: ['ScreenedOut'],
  Y: ['NotRecommended'],
  N: ['Withdrawn'],
};

function statesOf(
  category: CategoryLetter,
  own: readonly DemoMerchant[],
): ReadonlyMap<DemoMerchant, ApplicationState> {
  const others = own.filter(({ index }) => index !== REVIEWED_MERCHANT);
  return new Map(ELSEWHERE[category].map((state, i) => [others[others.length - 1 - i]!, state]));
}

function addOfficeWork(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
): void {
  const recommended = applications.filter(({ row }) => row.state !== 'NotRecommended');
  const ranks = divisionRanks(recommended);
  for (const application of applications) {
    const scan = addRecommendationScan(city, dice, cast, programme, application);
    const rank = ranks.get(application.id) ?? null;
    const opinionAt = addRecommendation(city, dice, cast, programme, application, rank, scan);
    const { approver } = cast.divisions[application.merchant.division.code]!;
    const opinion = (event: string) => ({
      event,
      at: opinionAt,
      actorId: approver,
      role: 'DivisionApprover',
    });
    const course = COURSES[application.row.state as keyof typeof COURSES];
    const steps = course(city, dice, cast, programme, application);
    application.row.stateSince = steps.at(-1)?.at ?? opinionAt;
    const first = opinion(rank === null ? 'decline' : 'recommend');
    recordSteps(city, cast, programme, application, [first, ...steps]);
  }
}

type Steps = Parameters<typeof recordSteps>[4];
type Course = (
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  application: DemoApplication,
) => Steps;

const COURSES: Readonly<
  Record<'InReview' | 'ScreenedOut' | 'NotRecommended' | 'Withdrawn', Course>
> = {
  NotRecommended: () => [],
  InReview: (city, dice, cast, programme, application) => {
    const corrected =
      application.receiptNumber.endsWith('-N-0004') &&
      addAnsweredCorrection(city, dice, cast, programme, application);
    const screenedAt = addScreening(city, dice, cast, programme, application, { result: 'in' });
    return [
      ...(corrected || []),
      { event: 'screenIn', at: screenedAt, actorId: cast.screener, role: 'Screener' },
      {
        event: 'verify',
        at: at(programme.phase('Verification').to, 440),
        actorId: cast.verifiers[0],
        role: 'Verifier',
      },
      {
        event: 'enterReview',
        at: at(programme.phase('RecusalDeclaration').to, 420),
        actorId: null,
        role: 'System',
      },
    ];
  },
  ScreenedOut: (city, dice, cast, programme, application) => {
    const screenedAt = addScreening(city, dice, cast, programme, application, SCREENED_OUT, {
      rule: 3,
      decidedOn: programme.phase('Open').from,
      note: '申报期间被列入经营异常名录，审查结束前未移出。',
    });
    return [{ event: 'screenOut', at: screenedAt, actorId: cast.screener, role: 'Screener' }];
  },
  Withdrawn: (_city, _dice, _cast, programme, application) => [
    {
      event: 'withdraw',
      at: at(programme.phase('Screening').from, 100),
      actorId: application.agentId,
      role: 'Agent',
    },
  ],
};

/** The screener asked for two items again and got them in time. */
function addAnsweredCorrection(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  application: DemoApplication,
): Steps {
  const { from, to } = programme.phase('Screening');
  const [requestedAt, answeredAt] = [
    at(from, 200),
    at(addWorkingDays(city.calendar, from, 1), 310),
  ];
  city.rows.add(CorrectionRequest, {
    id: dice.id(),
    applicationId: application.id,
    stage: 'screening',
    items: ['certification.1', 'conformityBatchPct'],
    reason: '认证证书扫描件不清晰，合格证批次占比缺少台账，请补正。',
    requestedBy: cast.screener,
    requestedAt,
    dueOn: to,
    answeredAt,
  });
  application.row.correctionCount = 1;
  const agent = { actorId: application.agentId, role: 'Agent' };
  const screener = { actorId: cast.screener, role: 'Screener' };
  return [
    { event: 'requestCorrectionAtScreening', at: requestedAt, ...screener },
    { event: 'correctForScreening', at: answeredAt, ...agent },
  ];
}

const SCREENED_OUT = {
  result: 'out',
  reason: '申报单位在资格审查结束前仍被列入经营异常名录。',
  basis: '评选实施方案所列申报限制条件。',
  remedy: '移出经营异常名录后可以申报下一届；对本结论有意见的，可以在三个工作日内向主办单位陈述。',
} as const;
