import { amount, amountInput } from './amounts.js';
import { type Computed, missing, note, plain } from './computed.js';
import type { Figures } from './figures.js';
import { exactly, findBand, inBand, unitText } from './find-band.js';
import { fraction } from './fraction.js';
import { hundredthsText } from './points.js';
import type { ComplaintScoring, PenaltyScoring, SamplingScoring } from './scoring.js';
import {
  type Computation,
  type ScoringRules,
  copiedRows,
  highest,
  hundredthsAt,
  wholeAt,
} from './computation.js';
import { amountNeed, plainNeed } from './needed-figure.js';

/** Complaints by orders. */
export const byComplaints: Computation<ComplaintScoring> = {
  compute: scoreComplaints,
  needs: () => (['complaintsAgainst', 'complaintsUnanswered', 'orders'] as const).map(amountNeed),
  most: highest,
  edges: { unit: () => 'ratio', closed: () => 'high' },
  numbers: ({ unansweredPenalty, perOrders }) => [
    hundredthsAt('unansweredPenalty', unansweredPenalty),
    wholeAt('perOrders', perOrders),
  ],
  divisors: ({ perOrders }) => [perOrders],
  lines: ({ unansweredPenalty }) => [{ text: { key: 'unanswered' }, points: -unansweredPenalty }],
  copied: (scoring, to) => ({
    ...scoring,
    bands: copiedRows(scoring.bands, to),
    unansweredPenalty: to.points(scoring.unansweredPenalty),
  }),
};

/** Failed samplings. */
export const bySampling: Computation<SamplingScoring> = {
  compute: scoreSampling,
  needs: () => [plainNeed('samplingFailure', 'samplingFailures')],
  most: ({ none }) => none,
  numbers: ({ none, oneRemedied }) => [
    hundredthsAt('none', none),
    hundredthsAt('oneRemedied', oneRemedied),
  ],
  lines: ({ none, oneRemedied }) => [
    { text: { key: 'samplingNone' }, points: none },
    { text: { key: 'samplingOne' }, points: oneRemedied },
  ],
  copied: (scoring, to) => ({
    ...scoring,
    none: to.points(scoring.none),
    oneRemedied: to.points(scoring.oneRemedied),
  }),
};

/** What a defence takes away from its own conduct; the minutes say it, no applicant does. */
export const byPenalties: Computation<PenaltyScoring> = {
  compute: scorePenalties,
  needs: () => [],
  most: ({ start }) => start,
  numbers: ({ start, stepPenalty, contradictionPenalty, secondsPerStep }) => [
    hundredthsAt('start', start),
    hundredthsAt('stepPenalty', stepPenalty),
    hundredthsAt('contradictionPenalty', contradictionPenalty),
    wholeAt('secondsPerStep', secondsPerStep),
  ],
  divisors: ({ secondsPerStep }) => [secondsPerStep],
  lines: ({ start, secondsPerStep, stepPenalty, contradictionPenalty }) => [
    { text: { key: 'start' }, points: start },
    {
      text: { key: 'overtime', variables: { seconds: secondsPerStep } },
      points: -stepPenalty,
    },
    { text: { key: 'contradiction' }, points: -contradictionPenalty },
  ],
  copied: (scoring, to) => ({
    ...scoring,
    start: to.points(scoring.start),
    stepPenalty: to.points(scoring.stepPenalty),
    contradictionPenalty: to.points(scoring.contradictionPenalty),
  }),
};

/** Complaints with liability per `perOrders` orders, less a penalty for each unanswered one, never below zero. */
function scoreComplaints(scoring: ComplaintScoring, figures: Figures): Computed {
  const keys = ['complaintsAgainst', 'orders', 'complaintsUnanswered'] as const;
  const inputs = keys.map((key) => amountInput(figures, key));
  const [against, orders, unanswered] = keys.map((key) => amount(figures, key));
  if (against == null || !orders || unanswered == null) return missing(inputs);
  const rate = fraction(BigInt(against) * BigInt(scoring.perOrders) * 100n, orders);
  const band = findBand(scoring.bands, 'high', exactly(rate));
  const each = hundredthsText(scoring.unansweredPenalty);
  const notes = unanswered > 0 ? [note('unanswered', { count: unanswered, each })] : [];
  const computed = inBand(band, 'high', 'ratio', unitText(rate, 'ratio'), inputs, notes);
  const points = Math.max(0, band.points - unanswered * scoring.unansweredPenalty);
  return { ...computed, points };
}

/** Failed samplings dated in T or T−1; earlier ones do not count. */
function scoreSampling(
  scoring: SamplingScoring,
  figures: Figures,
  { reference }: ScoringRules,
): Computed {
  const figure = 'scoring.figure.samplingFailures';
  if (figures.samplingFailures === null) return missing([{ figure, value: null }]);
  const counted = figures.samplingFailures.filter(({ date }) => {
    const year = Number(date.slice(0, 4));
    return year === reference.year || year === reference.year - 1;
  });
  const inputs = [{ figure, value: String(counted.length) }];
  if (counted.length === 0) return plain(scoring.none, inputs, [note('samplingNone')]);
  const oneRemedied = counted.length === 1 && counted[0]?.remediedOn !== null;
  return oneRemedied
    ? plain(scoring.oneRemedied, inputs, [note('samplingRemedied')])
    : plain(0, inputs, [note('samplingFailed', { count: counted.length })]);
}

/** Each started step of overrun costs `stepPenalty`; a contradiction with the file costs once. */
function scorePenalties(scoring: PenaltyScoring, figures: Figures): Computed {
  const inputs = [amountInput(figures, 'overtimeSeconds')];
  const overtime = amount(figures, 'overtimeSeconds');
  if (overtime === null) return missing(inputs);
  const steps = Math.ceil(Math.max(0, overtime) / scoring.secondsPerStep);
  const contradicted = figures.ticks[scoring.contradictionItem] === true;
  const lost = steps * scoring.stepPenalty + (contradicted ? scoring.contradictionPenalty : 0);
  const notes = [
    note('overtime', { steps, each: hundredthsText(scoring.stepPenalty) }),
    ...(contradicted
      ? [note('contradiction', { points: hundredthsText(scoring.contradictionPenalty) })]
      : []),
  ];
  return plain(Math.max(0, scoring.start - lost), inputs, notes);
}
