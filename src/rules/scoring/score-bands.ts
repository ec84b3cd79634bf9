import { completedYears } from '../calendar/beijing-time.js';
import { amount, amountInput, amountUnit } from './amounts.js';
import { type Computed, type RuleNote, missing, note, plain } from './computed.js';
import type { Figures } from './figures.js';
import { exactly, findBand, inBand, unitText } from './find-band.js';
import { compare, fraction } from './fraction.js';
import type { BandScoring, CountScoring, OperatingYearsScoring, RatioCheck } from './scoring.js';
import type { TickScoring } from './scoring.js';
import {
  type Computation,
  type ScoringRules,
  copiedBands,
  highest,
  hundredthsAt,
} from './computation.js';
import { amountNeed, plainNeed } from './needed-figure.js';
import { hundredthsText, shortPoints } from './points.js';

/** A verified amount, by the range it lies in. */
export const byBands: Computation<BandScoring> = {
  compute: scoreBands,
  needs: ({ figure, minus = [], requiresPositive, ratioCheck }) =>
    [
      figure,
      ...minus,
      ...(requiresPositive ? [requiresPositive] : []),
      ...(ratioCheck ? [ratioCheck.numerator, ratioCheck.denominator] : []),
    ].map(amountNeed),
  most: highest,
  edges: { unit: ({ figure }) => amountUnit(figure), closed: ({ closed }) => closed },
  copied: copiedBands,
  numbers: ({ ratioCheck }) =>
    ratioCheck
      ? [
          hundredthsAt('ratioCheck.low', ratioCheck.low, 'ratioLow'),
          hundredthsAt('ratioCheck.high', ratioCheck.high, 'ratioHigh'),
        ]
      : [],
};

/** Full years since the opening. */
export const byOperatingYears: Computation<OperatingYearsScoring> = {
  compute: scoreOperatingYears,
  needs: () => [plainNeed('openedOn', 'day')],
  most: highest,
  edges: { unit: () => 'years', closed: () => 'low' },
  copied: copiedBands,
};

/** One item of a checklist. */
export const byTick: Computation<TickScoring> = {
  compute: scoreTick,
  needs: ({ item, name }) => [{ ...plainNeed(`tick.${item}`, 'tick'), name }],
  most: ({ points }) => points,
  numbers: ({ points }) => [hundredthsAt('points', points)],
  lines: ({ name, points }) => [{ text: name, points }],
  copied: (scoring, to) => ({
    ...scoring,
    item: to.item(scoring.item),
    points: to.points(scoring.points),
  }),
};

/** So much for each, up to a limit. */
export const byCount: Computation<CountScoring> = {
  compute: scoreCount,
  needs: ({ figure }) => [amountNeed(figure)],
  most: ({ most }) => most,
  numbers: ({ pointsEach, most }) => [
    hundredthsAt('pointsEach', pointsEach),
    hundredthsAt('most', most),
  ],
  lines: ({ name, pointsEach, most }) => [
    { text: { key: 'each', variables: { name, each: shortPoints(pointsEach) } }, points: most },
  ],
  copied: (scoring, to) => ({
    ...scoring,
    pointsEach: to.points(scoring.pointsEach),
    most: to.points(scoring.most),
  }),
};

function scoreBands(scoring: BandScoring, figures: Figures): Computed {
  const keys = [scoring.figure, ...(scoring.minus ?? [])];
  const inputs = keys.map((key) => amountInput(figures, key));
  const whole = amount(figures, scoring.figure);
  if (whole === null) return missing(inputs);
  if (scoring.requiresPositive && (amount(figures, scoring.requiresPositive) ?? 0) <= 0) {
    const required = amountInput(figures, scoring.requiresPositive);
    return plain(0, [...inputs, required], [note('requiresPositive')]);
  }
  const value = (scoring.minus ?? []).reduce((v, key) => v - (amount(figures, key) ?? 0), whole);
  const exact = fraction(value);
  const band = findBand(scoring.bands, scoring.closed, exactly(exact));
  const unit = amountUnit(scoring.figure);
  const flags = scoring.ratioCheck ? ratioFlags(scoring.ratioCheck, figures) : [];
  return inBand(band, scoring.closed, unit, unitText(exact, unit), inputs, flags);
}

function ratioFlags(check: RatioCheck, figures: Figures): readonly RuleNote[] {
  const [top, bottom] = [amount(figures, check.numerator), amount(figures, check.denominator)];
  if (top === null || !bottom) return [note('ratioUnknown')];
  const ratio = fraction(top, bottom);
  const outside =
    compare(ratio, fraction(check.low, 100)) < 0 || compare(ratio, fraction(check.high, 100)) > 0;
  if (!outside) return [];
  const [low, high] = [hundredthsText(check.low), hundredthsText(check.high)];
  const value = unitText(fraction(top * 100, bottom), 'ratio');
  return [note('ratioOutside', { value, low, high })];
}

/** Full years count by anniversary: opened on 1 March, a year is complete on the next 1 March. */
function scoreOperatingYears(
  scoring: OperatingYearsScoring,
  figures: Figures,
  { reference }: ScoringRules,
): Computed {
  const inputs = [{ figure: 'scoring.figure.openedOn', value: figures.openedOn }];
  if (figures.openedOn === null) return missing(inputs);
  const years = completedYears(figures.openedOn, `${reference.year}-12-31`);
  const band = findBand(scoring.bands, 'low', exactly(fraction(years)));
  return inBand(band, 'low', 'years', String(years), inputs);
}

function scoreTick(scoring: TickScoring, figures: Figures): Computed {
  const ticked = figures.ticks[scoring.item] === true;
  const inputs = [{ figure: 'scoring.figure.checklistItem', value: ticked ? '1' : '0' }];
  return plain(ticked ? scoring.points : 0, inputs, [
    note(ticked ? 'ticked' : 'notTicked', { ...scoring.name }),
  ]);
}

function scoreCount(scoring: CountScoring, figures: Figures): Computed {
  const inputs = [amountInput(figures, scoring.figure)];
  const count = amount(figures, scoring.figure);
  if (count === null) return missing(inputs);
  const points = Math.min(scoring.most, Math.max(0, count) * scoring.pointsEach);
  const [each, most] = [hundredthsText(scoring.pointsEach), hundredthsText(scoring.most)];
  return plain(points, inputs, [note('counted', { count, each, most })]);
}
