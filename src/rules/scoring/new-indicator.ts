import { anchored } from './anchor-points.js';
import type { Indicator, IndicatorType, SheetCode } from './indicator.js';
import type { RuleText } from './rule-text.js';
import type { RuleSet } from './rule-set.js';
import type { AnchorScoring, Scoring } from './scoring.js';

/** Computations that the office can give to an indicator; the others come with the presets. */
export const WRITABLE_KINDS = ['anchors', 'tick', 'count', 'bands'] as const;
export type WritableKind = (typeof WRITABLE_KINDS)[number];

const TYPES: Readonly<Record<WritableKind, IndicatorType>> = {
  anchors: 'E',
  tick: 'V',
  count: 'A',
  bands: 'A',
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
    type: TYPES[kind],
    // Verifiers and computations know the files only.
    sheet: kind === 'anchors' ? sheet : 'material',
    notApplicableAllowed: false,
    scoring: firstScoring(ruleSet, basics),
  });
}

function firstScoring(ruleSet: RuleSet, { code, name, weight, kind }: IndicatorBasics): Scoring {
  switch (kind) {
    case 'anchors':
      return generalAnchors(ruleSet);
    case 'tick':
      return { kind, item: `${code}.shown`, name, points: weight };
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

/** The defence sheet's anchors speak of no subject: a text to begin with for any other. */
function generalAnchors({ defenceSheet, categories }: RuleSet): AnchorScoring {
  const all = [
    ...defenceSheet,
    ...categories.flatMap(({ rubric }) => rubric.flatMap(({ indicators }) => indicators)),
  ];
  return all.map(({ scoring }) => scoring).find((one) => one.kind === 'anchors')!;
}
