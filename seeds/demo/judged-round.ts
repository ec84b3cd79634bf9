import type { RoundKind } from '../../src/programmes/round.entity.js';
import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import {
  categoryRules,
  sheetIndicators,
  sheetMaximum,
} from '../../src/rules/scoring/category-sheets.js';
import { hashOf } from '../../src/rules/provenance/sha256-hex.js';
import { fraction } from '../../src/rules/scoring/fraction.js';
import type { Indicator, SheetCode } from '../../src/rules/scoring/indicator.js';
import { spreadFlags } from '../../src/rules/scoring/spread.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { CategoryLetter } from './merchant.js';
import type { DemoSeat } from './panel.js';
import type { DemoProgramme } from './programme-rows.js';
import { LEANINGS, type Scored, meritsOf, scoreBy } from './scores.js';

/** A round that is over: every sheet signed, no spread flag left. */
export interface JudgedRound {
  readonly kind: RoundKind;
  readonly sheetCode: SheetCode;
  readonly sheets: readonly JudgedSheet[];
}

export interface JudgedSheet {
  readonly applicationId: string;
  readonly seat: DemoSeat;
  readonly scored: Scored;
}

export interface RoundSetting {
  readonly programme: DemoProgramme;
  readonly category: CategoryLetter;
  readonly kind: RoundKind;
  readonly applications: readonly DemoApplication[];
  /** The nine who score an application; a recused judge's seat is held by an alternate. */
  readonly seatsOf: (application: DemoApplication) => readonly DemoSeat[];
}

export function judgeRound(city: City, dice: Dice, setting: RoundSetting): JudgedRound {
  const { programme, category, kind, applications, seatsOf } = setting;
  const sheetCode = kind === 'material' ? kind : category === 'Y' ? 'insideDefence' : kind;
  const indicators = sheetIndicators(
    programme.rules,
    categoryRules(programme.rules, category),
    sheetCode,
  );
  const scored = settledScores(dice, applications, indicators, programme);
  const sheets: JudgedSheet[] = applications.flatMap((application) =>
    seatsOf(application).map((seat, i) => ({
      applicationId: application.id,
      seat,
      scored: scored.get(application.id)![i]!,
    })),
  );
  addSignedSheets(city, dice, setting, sheets);
  return { kind, sheetCode, sheets };
}

/** Scores whose spread stays below the flag: where it does not, the panel scores again, closer. */
function settledScores(
  dice: Dice,
  applications: readonly DemoApplication[],
  indicators: readonly Indicator[],
  { rules }: DemoProgramme,
): Map<string, Scored[]> {
  const found = new Map<string, Scored[]>();
  const merits = new Map(
    applications.map(({ id, merchant }) => [id, meritsOf(dice, indicators, merchant.quality)]),
  );
  let open = applications.map(({ id }) => id);
  for (let closeness = 1; open.length > 0; closeness *= 0.7) {
    for (const id of open) {
      const judges = LEANINGS.map(({ severity, spread }) => ({
        severity: severity * closeness,
        spread: spread * closeness,
      }));
      found.set(
        id,
        judges.map((leaning) => scoreBy(dice, indicators, merits.get(id)!, leaning)),
      );
    }
    const totals = [...found].map(([receiptNumber, all]) => ({
      receiptNumber,
      totals: all.map(({ total }) => fraction(total ?? 0)),
    }));
    open = spreadFlags(totals, sheetMaximum(indicators), rules.spread).map(
      (flag) => flag.receiptNumber,
    );
    // An even panel can make one application stand out by deviation alone; the rule's range decides.
    if (closeness < 0.05) break;
  }
  return found;
}

function addSignedSheets(
  city: City,
  dice: Dice,
  { programme, category, kind }: RoundSetting,
  sheets: readonly JudgedSheet[],
): void {
  const { from, workingDays } = programme.phase(kind === 'material' ? 'MaterialReview' : 'Defence');
  for (const seatId of new Set(sheets.map(({ seat }) => seat.id))) {
    const order = dice.shuffled(sheets.filter(({ seat }) => seat.id === seatId));
    order.forEach(({ applicationId, seat, scored }, i) => {
      const day = addWorkingDays(
        city.calendar,
        from,
        Math.floor((i * (workingDays - 1)) / order.length),
      );
      const signedAt = at(day, (i * 37) % 420);
      const row = city.rows.add(ScoreSheet, {
        id: dice.id(),
        roundId: programme.roundIds[`${category}.${kind}`]!,
        applicationId,
        seatId: seat.id,
        accountId: seat.judge.accountId,
        position: i + 1,
        added: false,
        state: 'Signed' as const,
        ...scored,
        firstOpenedAt: new Date(Date.parse(signedAt) - dice.whole(6, 25) * 60_000).toISOString(),
        completedAt: signedAt,
        savedAt: signedAt,
        signedAt,
        chainHead: null as string | null,
      });
      recordSigning(city, programme, row, (hash) => (row.chainHead = hash));
    });
  }
}

/** The signature's entry; its hash is printed on the sheet. */
export function recordSigning(
  city: City,
  programme: DemoProgramme,
  row: Pick<ScoreSheet, 'id' | 'accountId' | 'total' | 'scores' | 'comments'> & {
    signedAt: string;
  },
  onHash: (hash: string) => void,
): void {
  city.journal.record({
    at: row.signedAt,
    actorId: row.accountId,
    actorRole: 'Judge',
    event: 'scoreSheet.sign',
    subjectType: 'scoreSheet',
    subjectId: row.id,
    programmeId: programme.id,
    details: {
      scores: row.scores,
      total: row.total,
      comments: hashOf(row.comments),
      dissent: null,
    },
    onHash,
  });
}
