import type { Adjustment, ApplicationRecord } from '../scoring/application-record.js';
import type { Figures } from '../scoring/figures.js';
import type { RuleSet } from '../scoring/rule-set.js';

/**
 * Records as a published bundle may carry them, with the same points: the tax paid is replaced by the
 * lower edge of its band, groups of tied merchants by numbers that say nothing about the register, and
 * bonuses and deductions by their points: a reason is free text and may name anybody.
 */
export function publicRecords(
  ruleSet: RuleSet,
  records: readonly ApplicationRecord[],
): readonly ApplicationRecord[] {
  const edges = taxEdges(ruleSet);
  const groups = new Map<string, string>();
  const ordered = records.toSorted((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1));
  return ordered.map((record) => {
    const { relatedGroup } = record;
    if (relatedGroup !== null && !groups.has(relatedGroup)) {
      groups.set(relatedGroup, `group-${groups.size + 1}`);
    }
    return {
      ...record,
      relatedGroup: relatedGroup === null ? null : (groups.get(relatedGroup) ?? null),
      figures: withTaxEdge(record.figures, edges),
      bonuses: record.bonuses.map(pointsOnly),
      deductions: record.deductions.map(pointsOnly),
    };
  });
}

function pointsOnly({ points }: Adjustment): Adjustment {
  return { reason: '', evidence: '', points };
}

/** Lower edges of all tax bands of the rules, rising: a value and its edge fall in the same bands. */
function taxEdges(ruleSet: RuleSet): readonly number[] {
  const scorings = ruleSet.categories.flatMap(({ rubric }) =>
    rubric.flatMap(({ indicators }) => indicators.map(({ scoring }) => scoring)),
  );
  const lows = scorings.flatMap((scoring) =>
    scoring.kind === 'tax' ? scoring.bands.flatMap(({ low }) => low ?? []) : [],
  );
  return [...new Set(lows)].sort((a, b) => a - b);
}

function withTaxEdge(figures: Figures, edges: readonly number[]): Figures {
  const paid = figures.amounts.taxPaidWan;
  if (paid === null || paid === undefined) return figures;
  const edge = edges.findLast((low) => low <= paid) ?? 0;
  return { ...figures, amounts: { ...figures.amounts, taxPaidWan: edge } };
}
