import { newId } from '../../database/new-id.js';
import { buildWorking } from '../../rules/provenance/build-working.js';
import type { Working } from '../../rules/provenance/working.js';
import type { CategoryRanking, RankedApplication } from '../../rules/ranking/rank-category.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { Standing, StandingSummary } from './standing.entity.js';
import type { Gathered, GatheredApplication } from './gather-inputs.js';

/** One row an application: its place, its whole working, and the short form for the ranking page. */
export function standingRows(
  lockId: string,
  gathered: Gathered,
  ranking: CategoryRanking,
): Standing[] {
  const applications = new Map(gathered.applications.map((one) => [one.receiptNumber, one]));
  return ranking.ranked.flatMap((ranked) => {
    const { receiptNumber } = ranked.score;
    const application = applications.get(receiptNumber);
    const record = gathered.records.get(receiptNumber);
    const claimed = gathered.claimed.get(receiptNumber);
    if (!application || !record || !claimed) return [];
    const { rules } = gathered.rules;
    const shown = outOfTheRunning(application, ranked);
    const working = buildWorking(rules, gathered.inputs.category, record, claimed, ranked);
    return [
      {
        id: newId(),
        lockId,
        applicationId: application.id,
        standing: ranked.standing.standing,
        shared: ranked.standing.sharedWith.length > 1,
        compositeMillionths: ranked.score.compositeMillionths,
        outcome: shown.result,
        working,
        summary: summaryOf(application, ranked, working, shown.reason),
      },
    ];
  });
}

/** A later version keeps the rank of who was cancelled since, and says that it leads to no place. */
function outOfTheRunning(
  { state }: GatheredApplication,
  { outcome }: RankedApplication,
): { readonly result: Standing['outcome']; readonly reason: string } {
  return applicationIn.left.has(state) ? { result: 'notProposed', reason: 'cancelled' } : outcome;
}

function summaryOf(
  application: GatheredApplication,
  { standing }: RankedApplication,
  working: Working,
  reason: string,
): StandingSummary {
  return {
    receipt: application.receiptNumber,
    merchant: application.merchantName,
    division: application.divisionCode,
    verified: working.material.verifiedPoints,
    sheets: working.sheets.map(({ sheet, totals }) => ({
      sheet,
      totals: totals.map(({ seat, points, dropped }) => ({
        seat,
        points,
        dropped: dropped !== null,
      })),
    })),
    composite: working.composite.shown,
    reason,
    decidedBy: standing.decidedBy,
    ballotOpen: standing.ballotOpen,
  };
}
