import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import type { JudgeSheet } from '../../src/rules/scoring/judge-sheet.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { addDraw } from './draws.js';
import { type JudgedRound, judgeRound } from './judged-round.js';
import type { CategoryLetter } from './merchant.js';
import { type DemoPanel, type DemoSeat, addDeclaration, addPanel } from './panel.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

/** Signed and valid sheets of each application, as the scoring rules take them. */
export type SheetsByApplication = ReadonlyMap<string, readonly JudgeSheet[]>;

/** On one application an alternate scores in the place of a barred member. */
interface Replacement {
  readonly applicationId: string;
  readonly barred: number;
  readonly seat: DemoSeat;
}

/** Two rounds in three categories by nine judges, with one bar at declaration and one late recusal. */
export function judgePast(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
): SheetsByApplication {
  const sheets = new Map<string, JudgeSheet[]>(applications.map(({ id }) => [id, []]));
  for (const category of ['G', 'Y', 'N'] as const) {
    const own = applications.filter((one) => one.category === category);
    const drawn = addDraw(city, cast, programme, category, own.length);
    const panel = addPanel(city, dice, cast, programme, category, drawn);
    const replacement = replacements[category]?.(city, dice, cast, programme, own, panel);
    declare(city, dice, programme, own, panel, replacement);
    const seatsOf = ({ id }: DemoApplication) =>
      panel.seats.map((seat) =>
        replacement?.applicationId === id && replacement.barred === seat.number
          ? replacement.seat
          : seat,
      );
    for (const kind of ['material', 'defence'] as const) {
      const round = judgeRound(city, dice, {
        programme,
        category,
        kind,
        applications: own,
        seatsOf,
      });
      collect(sheets, round);
    }
  }
  return sheets;
}

function collect(sheets: Map<string, JudgeSheet[]>, { sheetCode, sheets: signed }: JudgedRound) {
  for (const { applicationId, seat, scored } of signed) {
    const { scores } = scored;
    sheets.get(applicationId)!.push({ seat: seat.number, sheet: sheetCode, scores });
  }
}

type Replace = (
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  own: readonly DemoApplication[],
  panel: DemoPanel,
) => Replacement;

const replacements: Partial<Record<CategoryLetter, Replace>> = {
  G: barAtDeclaration,
  N: lateRecusal,
};

/** Seat 8 held a share: a hard ground stated before anything opened, so the first alternate scores. */
function barAtDeclaration(
  city: City,
  dice: Dice,
  _: Cast,
  programme: DemoProgramme,
  own: readonly DemoApplication[],
  panel: DemoPanel,
): Replacement {
  const applicationId = own[5]!.id;
  addDeclaration(city, dice, panel.seats[7]!, applicationId, declarationTime(programme, 8), {
    ground: '2',
    explanation: '本人三年内持有该单位少量股份，已于去年转让。',
    state: 'hardBar',
  });
  return { applicationId, barred: 8, seat: panel.alternates[0]! };
}

/** Seat 6 was found to advise the applicant: the signed sheet is void and kept, an alternate scores. */
function lateRecusal(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  own: readonly DemoApplication[],
  panel: DemoPanel,
): Replacement {
  const applicationId = own[2]!.id;
  const { id: seatId, judge } = panel.seats[5]!;
  const { from } = programme.phase('MaterialReview');
  const found = addWorkingDays(city.calendar, from, 3);
  const reason = '评审期间核实该评委与申报单位存在指导关系，其评分作废，由候补专家重新评分。';
  addDeclaration(city, dice, panel.seats[5]!, applicationId, declarationTime(programme, 6), {
    ground: '5',
    explanation: '曾受邀为该单位讲课，评审期间补报。',
    state: 'recused',
    decidedBy: cast.registrar,
    decisionReason: reason,
    decidedAt: at(found, 30),
  });
  const scores = { N4: 550, N11: 400, N12: 450, N15: 300, N17: 400, N18: 200 };
  const sheetId = dice.id();
  city.rows.add(ScoreSheet, {
    id: sheetId,
    roundId: programme.roundIds['N.material']!,
    applicationId,
    seatId,
    accountId: judge.accountId,
    position: 0,
    added: false,
    state: 'Voided',
    scores,
    comments: {},
    total: Object.values(scores).reduce((sum, points) => sum + points, 0),
    firstOpenedAt: at(from, 60),
    completedAt: at(from, 90),
    savedAt: at(from, 90),
    signedAt: at(from, 90),
    voidReason: reason,
  });
  city.journal.record({
    at: at(found, 31),
    actorId: cast.registrar,
    actorRole: 'CityRegistrar',
    event: 'scoreSheet.void',
    subjectType: 'scoreSheet',
    subjectId: sheetId,
    programmeId: programme.id,
    details: { seat: 6, applicationId },
  });
  return { applicationId, barred: 6, seat: panel.alternates[0]! };
}

/** Everyone answers for every application; what a replacement explains is already answered. */
function declare(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  own: readonly DemoApplication[],
  panel: DemoPanel,
  replacement: Replacement | undefined,
): void {
  for (const seat of [...panel.seats, ...panel.alternates]) {
    for (const { id } of own) {
      if (replacement?.applicationId === id && replacement.barred === seat.number) continue;
      addDeclaration(city, dice, seat, id, declarationTime(programme, seat.number));
    }
  }
}

function declarationTime(programme: DemoProgramme, seat: number): string {
  return at(programme.phase('RecusalDeclaration').from, 5 + (seat % 100) * 15);
}
