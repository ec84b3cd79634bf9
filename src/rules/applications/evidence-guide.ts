import type { Indicator } from '../scoring/indicator.js';
import type { NeededFigure } from '../scoring/needed-figures.js';

/** What kinds of paper and picture there are; each has its words: what is taken, a sample, what is refused. */
export const EVIDENCE_KINDS = [
  'sales',
  'orders',
  'history',
  'ratings',
  'complaints',
  'staff',
  'tax',
  'sampling',
  'certificates',
  'rights',
  'farm',
  'learning',
  'other',
  'story',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const byFigure: readonly (readonly [RegExp, EvidenceKind])[] = [
  [
    /^(farmHouseholds|localPurchaseWan|purchasePremiumPct|farmGoods\w*|conformityBatchPct)$/,
    'farm',
  ],
  [/^(netWan\w*|agencyWan|brandSalesSharePct|repurchaseRatePct|shop\..+\.netWan)$/, 'sales'],
  [/^(orders|parcels|shop\..+\.orders)$/, 'orders'],
  [/^(openedOn|platformCount)$/, 'history'],
  [/^shop\..+\.(goodRatePct|dispatch48hPct|ratedOn|rating\..+)$/, 'ratings'],
  [/^complaints/, 'complaints'],
  [/^(insured\w*|familyWorkers)$/, 'staff'],
  [/^(taxPaidWan|choice\.taxBand|tick\..+\.declaration)$/, 'tax'],
  [/^samplingFailure/, 'sampling'],
  [/^certification/, 'certificates'],
  [/^(registeredMarks|furtherRights)$/, 'rights'],
  [/^(training|circumstances)$/, 'learning'],
];

/** The kinds of evidence that prove an indicator, from the figures that it is computed with. */
export function evidenceKinds(
  { code, type }: Pick<Indicator, 'code' | 'type'>,
  needed: readonly Pick<NeededFigure, 'key' | 'indicators'>[],
): readonly EvidenceKind[] {
  const found = needed
    .filter(({ indicators }) => indicators.includes(code))
    .map(({ key }) => byFigure.find(([pattern]) => pattern.test(key))?.[1] ?? 'other');
  const kinds = new Set<EvidenceKind>([...found, ...(type === 'E' ? (['story'] as const) : [])]);
  return kinds.size ? EVIDENCE_KINDS.filter((kind) => kinds.has(kind)) : ['other'];
}
