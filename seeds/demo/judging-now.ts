import { ScoreSheet } from '../../src/judging/sheets/score-sheet.entity.js';
import { addWorkingDays } from '../../src/rules/calendar/working-day-calendar.js';
import { categoryRules, sheetIndicators } from '../../src/rules/scoring/category-sheets.js';
import type { Indicator } from '../../src/rules/scoring/indicator.js';
import { addAnchors } from './anchors.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import { recordSigning } from './judged-round.js';
import type { CategoryLetter } from './merchant.js';
import { addMessage } from './messages.js';
import { type DemoPanel, type DemoSeat, addDeclaration, addPanel } from './panel.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';
import { LEANINGS, type Leaning, meritsOf, scoreBy } from './scores.js';

/** Share of a judge's sheets that is signed, by seat: some are nearly through, two have not begun. */
const SIGNED = [0.55, 0.9, 0.7, 1, 0.4, 0.8, 0.25, 0, 0];
/** Sheets begun and not signed, for those who have begun. */
const DRAFTS = 2;
/** On one application of G the judges are far apart, so that the office sees a spread. */
const DIVIDED: Leaning = { severity: 0, spread: 0.22 };

/** Panels, declarations and open material sheets; the defence has not begun. */
export function openJudging(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  judged: readonly DemoApplication[],
): void {
  for (const category of ['G', 'Y', 'N'] as const) {
    const own = judged.filter((one) => one.category === category);
    const panel = addPanel(city, dice, cast, programme, category);
    const barred = category === 'G' ? own[8]!.id : null;
    const late = category === 'N' ? own[4]!.id : null;
    declare(city, dice, programme, own, panel, barred, late);
    const indicators = sheetIndicators(
      programme.rules,
      categoryRules(programme.rules, category),
      'material',
    );
    const merits = new Map(
      own.map(({ id, merchant }) => [id, meritsOf(dice, indicators, merchant.quality)]),
    );
    addAnchors(city, dice.fork(`anchors ${category}`), cast, {
      programme,
      category,
      indicators,
      writers: own.slice(-2).map(({ merchant }) => merchant),
      judges: panel.seats.filter((_, i) => SIGNED[i]! > 0),
    });
    panel.seats.forEach((seat, i) => {
      const mine = own.filter(({ id }) => !(id === barred && seat.number === 9));
      const scorer: Scorer = {
        seat,
        signed: SIGNED[i]!,
        leaning: (id) => (category === 'G' && id === own[0]!.id ? DIVIDED : LEANINGS[i]!),
        merits: (id) => merits.get(id)!,
      };
      addSheets(city, dice, programme, category, indicators, mine, scorer);
      tellJudge(city, dice, programme, seat, scorer.signed > 0);
    });
    const scoredByAlternate = own.filter(({ id }) => id === barred);
    addSheets(city, dice, programme, category, indicators, scoredByAlternate, {
      seat: panel.alternates[0]!,
      signed: 0,
      leaning: () => LEANINGS[0]!,
      merits: (id) => merits.get(id)!,
    });
  }
}

function tellJudge(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  { judge }: DemoSeat,
  begun: boolean,
): void {
  const { from, to } = programme.phase('MaterialReview');
  addMessage(city, dice, judge.accountId, {
    kind: 'judgingOpen',
    variables: { closesOn: to },
    path: '/judging',
    at: at(from),
    read: begun,
  });
}

/** Seat 9 is barred on one application of G; seat 4 reported a relation late, and the office decides. */
function declare(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  own: readonly DemoApplication[],
  panel: DemoPanel,
  barred: string | null,
  late: string | null,
): void {
  const { from } = programme.phase('RecusalDeclaration');
  for (const seat of [...panel.seats, ...panel.alternates]) {
    const declaredAt = at(from, 5 + (seat.number % 100) * 15);
    for (const { id } of own) {
      if (id === barred && seat.number === 9) {
        addDeclaration(city, dice, seat, id, declaredAt, {
          ground: '1',
          explanation: '本人曾在该单位兼任顾问，去年已经结束。',
          state: 'hardBar',
        });
      } else if (id === late && seat.number === 4) {
        addDeclaration(
          city,
          dice,
          seat,
          id,
          at(addWorkingDays(city.calendar, city.today, -1), 300),
          {
            ground: '5',
            explanation: '评审中想起曾为该单位负责人的培训班授课，不影响判断，请主办单位决定。',
            state: 'awaitingOffice',
          },
        );
      } else addDeclaration(city, dice, seat, id, declaredAt);
    }
  }
}

interface Scorer {
  readonly seat: DemoSeat;
  readonly signed: number;
  readonly leaning: (applicationId: string) => Leaning;
  readonly merits: (applicationId: string) => Readonly<Record<string, number>>;
}

function addSheets(
  city: City,
  dice: Dice,
  programme: DemoProgramme,
  category: CategoryLetter,
  indicators: readonly Indicator[],
  own: readonly DemoApplication[],
  { seat, signed, leaning, merits }: Scorer,
): void {
  const { from } = programme.phase('MaterialReview');
  const signedCount = Math.floor(own.length * signed);
  dice.shuffled(own).forEach(({ id }, i) => {
    const isSigned = i < signedCount;
    const isDraft = !isSigned && signed > 0 && i < signedCount + DRAFTS;
    const count = isSigned ? indicators.length : isDraft ? indicators.length - 1 - (i % 2) : 0;
    const scored = scoreBy(dice, indicators, merits(id), leaning(id), count);
    // Four working days lie behind: what is signed was signed on one of them.
    const worked = addWorkingDays(
      city.calendar,
      from,
      Math.floor((i * 4) / Math.max(1, signedCount + DRAFTS)),
    );
    const begun = isSigned || isDraft;
    const savedAt = begun ? at(worked, (i * 41) % 430) : at(from, 0);
    const row = city.rows.add(ScoreSheet, {
      id: dice.id(),
      roundId: programme.roundIds[`${category}.material`]!,
      applicationId: id,
      seatId: seat.id,
      accountId: seat.judge.accountId,
      position: i + 1,
      added: false,
      state: isSigned ? ('Signed' as const) : ('Open' as const),
      ...scored,
      firstOpenedAt: begun
        ? new Date(Date.parse(savedAt) - dice.whole(6, 25) * 60_000).toISOString()
        : null,
      completedAt: isSigned ? savedAt : null,
      savedAt,
      signedAt: isSigned ? savedAt : null,
      chainHead: null as string | null,
    });
    if (!isSigned) return;
    recordSigning(city, programme, { ...row, signedAt: savedAt }, (hash) => {
      row.chainHead = hash;
    });
  });
}
