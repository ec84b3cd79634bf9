import { RuleError } from '../rule-error.js';
import { amount, amountInput } from './amounts.js';
import { type Computed, missing, note, plain } from './computed.js';
import type { Certification, Figures } from './figures.js';
import { exactly, findBand, inBand, unitText } from './find-band.js';
import { fraction } from './fraction.js';
import { hundredthsText } from './points.js';
import type { ReferenceDates } from './rule-set.js';
import type { CertificationScoring, InsuredStaffScoring, TaxScoring } from './scoring.js';
import {
  type Computation,
  type ScoringRules,
  copiedBands,
  copiedRows,
  highest,
  hundredthsAt,
  wholeAt,
} from './computation.js';
import { amountNeed, plainNeed } from './needed-figure.js';

/** Insured people, or the work of a family. */
export const byInsuredStaff: Computation<InsuredStaffScoring> = {
  compute: scoreInsuredStaff,
  needs: ({ familyWorkersPoints }) =>
    [
      'insuredYearEnd' as const,
      'insuredAverage' as const,
      ...(familyWorkersPoints === null ? [] : (['familyWorkers'] as const)),
    ].map(amountNeed),
  most: highest,
  edges: { unit: () => 'count', closed: () => 'low' },
  numbers: ({ familyWorkersPoints }) =>
    familyWorkersPoints === null ? [] : [hundredthsAt('familyWorkersPoints', familyWorkersPoints)],
  lines: ({ familyWorkersPoints }) =>
    familyWorkersPoints === null
      ? []
      : [{ text: { key: 'familyWorkers' }, points: familyWorkersPoints }],
  copied: (scoring, to) => {
    const { familyWorkersPoints: family } = scoring;
    return {
      ...copiedBands(scoring, to),
      familyWorkersPoints: family === null ? null : to.points(family),
    };
  },
};

/** Tax paid, or the range chosen in its place. */
export const byTax: Computation<TaxScoring> = {
  compute: scoreTax,
  needs: ({ choice, options, declarationItem }) => [
    { ...amountNeed('taxPaidWan'), alternative: `choice.${choice}` },
    { ...plainNeed(`choice.${choice}`, 'choice'), options },
    plainNeed(`tick.${declarationItem}`, 'tick'),
  ],
  most: highest,
  edges: { unit: () => 'wan', closed: () => 'low' },
  numbers: ({ options, declarationUpTo }) => [
    ...options.map(({ points }, i) => hundredthsAt(`options.${i}.points`, points, 'optionPoints')),
    hundredthsAt('declarationUpTo', declarationUpTo),
  ],
  lines: ({ options }) => options.map(({ name, points }) => ({ text: name, points })),
  copied: (scoring, to) => ({
    ...copiedBands(scoring, to),
    options: copiedRows(scoring.options, to),
    declarationUpTo: to.points(scoring.declarationUpTo),
    declarationItem: to.item(scoring.declarationItem),
  }),
};

/** The best of the certificates that still hold. */
export const byCertifications: Computation<CertificationScoring> = {
  compute: scoreCertifications,
  needs: ({ types }) => [{ ...plainNeed('certification', 'certifications'), options: types }],
  most: ({ cap }) => cap,
  numbers: ({ types, cap, best }) => [
    ...types.map(({ points }, i) => hundredthsAt(`types.${i}.points`, points, 'typePoints')),
    hundredthsAt('cap', cap),
    wholeAt('best', best),
  ],
  divisors: ({ best }) => [best],
  lines: ({ types, best, cap }) => [
    ...types.map(({ name, points }) => ({ text: name, points })),
    { text: { key: 'best', variables: { best } }, points: cap },
  ],
  copied: (scoring, to) => ({
    ...scoring,
    types: copiedRows(scoring.types, to),
    cap: to.points(scoring.cap),
  }),
};

/** The lower of the two insured counts; a family business that states its workers gets the small fixed points. */
function scoreInsuredStaff(scoring: InsuredStaffScoring, figures: Figures): Computed {
  const inputs = [amountInput(figures, 'insuredYearEnd'), amountInput(figures, 'insuredAverage')];
  const yearEnd = amount(figures, 'insuredYearEnd');
  const average = amount(figures, 'insuredAverage');
  if (yearEnd === null || average === null) return missing(inputs);
  const insured = Math.min(yearEnd, average);
  const family = amount(figures, 'familyWorkers') ?? 0;
  if (insured === 0 && family > 0 && scoring.familyWorkersPoints !== null) {
    const familyInputs = [...inputs, amountInput(figures, 'familyWorkers')];
    return plain(scoring.familyWorkersPoints, familyInputs, [note('familyWorkers')]);
  }
  const band = findBand(scoring.bands, 'low', exactly(fraction(insured)));
  return inBand(band, 'low', 'count', String(insured), inputs);
}

/** The figure where there is one, otherwise the band its owner chose; the lowest step needs the declaration. */
function scoreTax(scoring: TaxScoring, figures: Figures): Computed {
  const computed = taxBeforeDeclaration(scoring, figures);
  const needsDeclaration = computed.points > 0 && computed.points <= scoring.declarationUpTo;
  if (!needsDeclaration || figures.ticks[scoring.declarationItem] === true) return computed;
  return { ...computed, points: 0, notes: [...computed.notes, note('noTaxDeclaration')] };
}

function taxBeforeDeclaration(scoring: TaxScoring, figures: Figures): Computed {
  const paid = amount(figures, 'taxPaidWan');
  if (paid !== null) {
    const inputs = [amountInput(figures, 'taxPaidWan')];
    const value = fraction(paid);
    const band = findBand(scoring.bands, 'low', exactly(value));
    return inBand(band, 'low', 'wan', unitText(value, 'wan'), inputs);
  }
  const choice = figures.choices[scoring.choice] ?? null;
  const inputs = [{ figure: `scoring.figure.${scoring.choice}`, value: choice }];
  if (choice === null) return missing(inputs);
  const option = scoring.options.find(({ code }) => code === choice);
  if (!option) throw new RuleError('scoring.error.unknownTaxBand', { choice });
  return plain(option.points, inputs, [note('chosenBand', { ...option.name })]);
}

/** Certificates that outlive the application deadline; the best few count. */
function scoreCertifications(
  scoring: CertificationScoring,
  figures: Figures,
  { reference }: ScoringRules,
): Computed {
  const figure = 'scoring.figure.certifications';
  if (figures.certifications === null) return missing([{ figure, value: null }]);
  const valid = figures.certifications
    .map((certificate) => certificatePoints(certificate, scoring, reference))
    .filter((points) => points > 0)
    .sort((a, b) => b - a);
  const counted = valid.slice(0, scoring.best);
  const inputs = [{ figure, value: String(figures.certifications.length) }];
  const points = Math.min(
    scoring.cap,
    counted.reduce((total, value) => total + value, 0),
  );
  const expired = figures.certifications.length - valid.length;
  return plain(points, inputs, [
    note('certifications', {
      counted: counted.length,
      expired,
      best: scoring.best,
      cap: hundredthsText(scoring.cap),
    }),
  ]);
}

function certificatePoints(
  certificate: Certification,
  scoring: CertificationScoring,
  reference: ReferenceDates,
): number {
  const type = scoring.types.find(({ code }) => code === certificate.type);
  if (!type) return 0;
  const lasts =
    certificate.validTo === null
      ? type.longTerm
      : certificate.validTo > reference.applicationDeadline;
  return lasts ? type.points : 0;
}
