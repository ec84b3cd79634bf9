import type { ApplicationRecord } from '../scoring/application-record.js';
import { computeIndicatorPoints } from '../scoring/compute-indicator-points.js';
import type { Figures } from '../scoring/figures.js';
import { ZERO } from '../scoring/fraction.js';
import type { Indicator } from '../scoring/indicator.js';
import { displayPoints, hundredthsText } from '../scoring/points.js';
import type { RuleSet } from '../scoring/rule-set.js';
import type { ApplicationScore } from '../scoring/score-application.js';
import type { WorkingIndicator } from './working.js';

/** One line of the working: a computed indicator shows claim and band, an expert one its seats. */
export function workingIndicator(
  ruleSet: RuleSet,
  indicator: Indicator,
  record: ApplicationRecord,
  claimed: Figures,
  score: ApplicationScore,
): WorkingIndicator {
  const { code, name, type } = indicator;
  const line = { code, name, type, weight: hundredthsText(indicator.weight) };
  if (record.figures.notApplicable.includes(code)) {
    return { ...line, ...NOTHING, points: hundredthsText(0), notApplicable: true };
  }
  if (type === 'E') return { ...line, ...expertLine(indicator, record, score) };
  const verified = computeIndicatorPoints(indicator, record.figures, ruleSet);
  const filed = computeIndicatorPoints(indicator, claimed, ruleSet);
  return {
    ...line,
    ...NOTHING,
    points: hundredthsText(verified.points),
    claimed: { inputs: filed.inputs, points: hundredthsText(filed.points) },
    verified: verified.inputs,
    notes: verified.notes,
    parts: verified.parts,
  };
}

function expertLine(
  { code, sheet }: Indicator,
  record: ApplicationRecord,
  score: ApplicationScore,
): Omit<WorkingIndicator, 'code' | 'name' | 'type' | 'weight'> {
  const trimmed = score.sheets.find((one) => one.sheet === sheet);
  const scores = (trimmed?.totals ?? []).map(({ seat, dropped }) => {
    const signed = record.sheets.find((one) => one.sheet === sheet && one.seat === seat);
    return { seat, points: hundredthsText(signed?.scores[code] ?? 0), dropped };
  });
  return { ...NOTHING, points: displayPoints(trimmed?.indicatorMeans[code] ?? ZERO), scores };
}

const NOTHING = {
  notApplicable: false,
  claimed: null,
  verified: [],
  notes: [],
  parts: [],
  scores: [],
} as const;
