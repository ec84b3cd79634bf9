import { newId } from '../database/new-id.js';
import { roundSheet } from '../rules/rounds/round-sheet.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import type { Category } from './category.entity.js';
import type { ProgrammeCalendar } from './programme.entity.js';
import type { RoundRow } from './programme.queries.js';
import { Round, type RoundKind } from './round.entity.js';
import { START } from '../rules/lifecycle/lifecycle.js';
import { roundLifecycle } from '../rules/lifecycle/round-lifecycle.js';
import { requireMove } from '../rules/lifecycle/require-move.js';

const PHASE_OF: Readonly<Record<RoundKind, string>> = {
  material: 'MaterialReview',
  defence: 'Defence',
};

/** The kinds of round that a category's sheets ask for; a defence may score a part of the rubric. */
export function roundKindsOf(rules: RuleSet, code: string): readonly RoundKind[] {
  const known = rules.categories.some((one) => one.code === code);
  return known && roundSheet(rules, code, 'defence') ? ['material', 'defence'] : ['material'];
}

/** Planned rounds of all categories; who sees what is taken over from the earlier programme. */
export function roundsFor(
  programmeId: string,
  categories: readonly Pick<Category, 'id' | 'code'>[],
  rules: RuleSet,
  calendar: ProgrammeCalendar,
  earlier: readonly RoundRow[],
): Round[] {
  const request = { role: 'CityRegistrar', guards: {} } as const;
  const { to: state } = requireMove(roundLifecycle, START, 'plan', request);
  return categories.flatMap(({ id, code }) =>
    roundKindsOf(rules, code).map((kind) => {
      const before = earlier.find((one) => one.categoryCode === code && one.kind === kind);
      return Object.assign(new Round(), {
        id: newId(),
        programmeId,
        categoryId: id,
        kind,
        state,
        blind: before?.blind === 1,
        repeats: before?.repeats === 1,
        otherScores: before?.otherScores ?? 'never',
        ...roundDays(kind, calendar),
        closedAt: null,
        lockedAt: null,
        version: 1,
      });
    }),
  );
}

/** The days of a round follow its phase. */
export function roundDays(kind: RoundKind, calendar: ProgrammeCalendar) {
  const phase = calendar.find((one) => one.phase === PHASE_OF[kind]) ?? calendar.at(-1)!;
  return { opensOn: phase.from, closesOn: phase.to };
}
