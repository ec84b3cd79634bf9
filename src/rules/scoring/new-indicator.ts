import { anchored } from './anchor-points.js';
import { copiedScoring, patternOf } from './copied-scoring.js';
import type { Indicator, IndicatorType, SheetCode } from './indicator.js';
import type { RuleText } from './rule-text.js';
import type { RuleSet } from './rule-set.js';
import type { AnchorScoring, Scoring, TickScoring } from './scoring.js';

/** Computations that the office writes from nothing. */
const OWN_KINDS = ['anchors', 'tick', 'sum', 'count', 'bands', 'growth'] as const;
/** Computations with a shape of their own: another indicator begins as one that there is, on its scale. */
const COPIED_KINDS = [
  'operatingYears',
  'compoundGrowth',
  'shopRate',
  'ratings',
  'complaints',
  'insuredStaff',
  'tax',
  'sampling',
  'certifications',
] as const;
type OwnKind = (typeof OWN_KINDS)[number];
export type WritableKind = OwnKind | (typeof COPIED_KINDS)[number];

/** What an indicator of these rules can be computed by; penalties belong to the record of a defence. */
export function writableKinds(ruleSet: RuleSet): readonly WritableKind[] {
  return [...OWN_KINDS, ...COPIED_KINDS.filter((kind) => patternOf(ruleSet, kind) !== null)];
}

const TYPES: Readonly<Record<OwnKind, IndicatorType>> = {
  anchors: 'E',
  tick: 'V',
  sum: 'V',
  count: 'A',
  bands: 'A',
  growth: 'A',
};

export interface IndicatorBasics {
  readonly code: string;
  readonly name: RuleText;
  readonly weight: number;
  readonly sheet: SheetCode;
  readonly kind: WritableKind;
}

/** An indicator that can be saved as it stands and is then worded and numbered. */
export function newIndicator(ruleSet: RuleSet, basics: IndicatorBasics): Indicator {
  const { code, name, weight, sheet, kind } = basics;
  return anchored({
    code,
    name,
    weight,
    type: typeOf(ruleSet, kind),
    // Verifiers and computations know the files only.
    sheet: kind === 'anchors' ? sheet : 'material',
    notApplicableAllowed: false,
    scoring: firstScoring(ruleSet, basics),
  });
}

function isOwn(kind: WritableKind): kind is OwnKind {
  return OWN_KINDS.some((one) => one === kind);
}

function typeOf(ruleSet: RuleSet, kind: WritableKind): IndicatorType {
  return isOwn(kind) ? TYPES[kind] : patternOf(ruleSet, kind)!.type;
}

function firstScoring(ruleSet: RuleSet, basics: IndicatorBasics): Scoring {
  const { code, name, weight, kind } = basics;
  if (!isOwn(kind)) return copiedScoring(patternOf(ruleSet, kind)!, basics);
  switch (kind) {
    case 'sum':
      return { kind, cap: weight, parts: [firstItem(code, name, weight)] };
    case 'growth':
      return {
        kind,
        current: 'netWan',
        base: 'netWanYearBefore',
        bands: [
          { low: 0, points: weight },
          { high: 0, points: 0 },
        ],
      };
    case 'anchors':
      return generalAnchors(ruleSet);
    case 'tick':
      return firstItem(code, name, weight);
    case 'count':
      return { kind, figure: 'training', name, pointsEach: weight, most: weight };
    default:
      return {
        kind,
        figure: 'netWan',
        closed: 'low',
        bands: [
          { low: 1, points: weight },
          { high: 1, points: 0 },
        ],
      };
  }
}

function firstItem(code: string, name: RuleText, points: number): TickScoring {
  return { kind: 'tick', item: `${code}.shown`, name, points };
}

/** The defence sheet's anchors speak of no subject: a text to begin with for any other. */
function generalAnchors({ defenceSheet, categories }: RuleSet): AnchorScoring {
  const all = [
    ...defenceSheet,
    ...categories.flatMap(({ rubric }) => rubric.flatMap(({ indicators }) => indicators)),
  ];
  return all.map(({ scoring }) => scoring).find((one) => one.kind === 'anchors')!;
}
