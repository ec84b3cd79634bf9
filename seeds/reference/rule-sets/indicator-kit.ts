import { ANCHOR_PERCENTS, anchorPoints } from '../../../src/rules/scoring/anchor-points.js';
import type { Indicator, SheetCode } from '../../../src/rules/scoring/indicator.js';
import type { RuleText } from '../../../src/rules/scoring/rule-text.js';
import type { Scoring, SumScoring, TickScoring } from '../../../src/rules/scoring/scoring.js';

/** Written points (5.5) as the hundredths that are stored (550). Only decimals of the rule tables pass here. */
export function hundredths(points: number): number {
  return Math.round(points * 100);
}

export function text(zh: string, en: string): RuleText {
  return { zh, en };
}

/** An indicator computed from verified figures. */
export function computed(
  code: string,
  name: RuleText,
  weight: number,
  scoring: Scoring,
): Indicator {
  return indicator(code, name, weight, 'A', 'material', scoring);
}

/** An indicator a verifier ticks. */
export function checked(
  code: string,
  name: RuleText,
  weight: number,
  scoring: Scoring,
  sheet: SheetCode = 'material',
): Indicator {
  return indicator(code, name, weight, 'V', sheet, scoring);
}

/** The texts of the 100 %, 60 % and 30 % anchors, or of all five. */
export interface AnchorTexts {
  readonly full: RuleText;
  readonly strong?: RuleText;
  readonly adequate: RuleText;
  readonly thin: RuleText;
  readonly none?: RuleText;
}

/** An indicator judges score against anchors. */
export function expert(
  code: string,
  name: RuleText,
  weight: number,
  anchors: AnchorTexts,
  sheet: SheetCode = 'material',
): Indicator {
  const { full, strong = STRONG, adequate, thin, none = NONE } = anchors;
  const texts = [full, strong, adequate, thin, none];
  const rows = ANCHOR_PERCENTS.map((percent, i) => ({
    percent,
    points: anchorPoints(hundredths(weight), percent),
    text: texts[i] ?? NONE,
  }));
  return indicator(code, name, weight, 'E', sheet, { kind: 'anchors', anchors: rows });
}

export function tick(item: string, name: RuleText, points: number): TickScoring {
  return { kind: 'tick', item, name, points: hundredths(points) };
}

export function sumOf(cap: number, parts: SumScoring['parts']): SumScoring {
  return { kind: 'sum', parts, cap: hundredths(cap) };
}

const STRONG = text(
  '达到满分档要求且佐证齐全，但尚未被他人借鉴',
  'As the full mark, with full evidence, but not yet copied by others',
);
const NONE = text('未见体现', 'Nothing shown');

function indicator(
  code: string,
  name: RuleText,
  weight: number,
  type: Indicator['type'],
  sheet: SheetCode,
  scoring: Scoring,
): Indicator {
  const notApplicableAllowed = false;
  return { code, name, weight: hundredths(weight), type, sheet, notApplicableAllowed, scoring };
}
