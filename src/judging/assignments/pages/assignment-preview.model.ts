import type { TrimRow } from '../../../rules/scoring/rule-set.js';
import type { RoundProblem } from '../../../rules/assignment/round-problem.js';
import { compareAssignments } from '../../../rules/assignment/compare-assignments.js';
import { hashOf } from '../../../rules/provenance/sha256-hex.js';
import { PANEL_MINIMUM } from '../../../rules/rounds/panel-rule.js';
import { type SeatOnApplication, pairKey } from '../../../rules/rounds/sheet-assignment.js';
import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { wholePanelHash } from '../apply-assignment.js';
import type { AssignmentMode } from '../assignment.entity.js';
import type { AssignmentPreview } from '../assignment-previews.js';
import type { RoundState } from '../round-facts.js';
import { AssignmentDecisionForm } from './assignment.form.js';
import { applicationTable, loadTable } from './assignment-tables.js';

export interface PreviewModel {
  readonly mode: AssignmentMode;
  readonly id: string;
  readonly title: string;
  readonly stale: boolean;
  /** How many applications cannot be staffed, and a sentence for each of the first. */
  readonly short: number;
  readonly shortages: readonly string[];
  readonly warnings: readonly string[];
  readonly facts: SummaryList;
  readonly loads: TableNumbers | null;
  readonly applications: TableNumbers | null;
  /** Files of the plan that can be downloaded. */
  readonly problem: { readonly href: string } | null;
  readonly plan: { readonly href: string } | null;
  /** Null where nothing can be applied. */
  readonly reason: FieldTextarea | null;
  readonly effect: string;
}

const SHOWN_SHORTAGES = 50;

interface Plan {
  readonly pairs: readonly SeatOnApplication[];
  /** Null where everybody scores everything. */
  readonly limits: ReadonlyMap<string, number> | null;
}

/** The plan the office is about to decide on. @param given the decision that came back refused */
export function plannedModel(
  state: RoundState,
  preview: AssignmentPreview,
  trimTable: readonly TrimRow[],
  given: Submitted<AssignmentDecisionForm> | null,
  context: PageContext,
): PreviewModel {
  const { t } = context;
  const { problem, plan, pairs, stale, refusal } = preview;
  const { perEntry, seed } = problem;
  const base = `/office/assignments/${problem.round}`;
  const limits = shownLimits(state, problem);
  const row = (term: string, value: string) => ({
    term: t(`assignment.preview.${term}`),
    value,
    action: null,
  });
  const shown = plan && !stale ? plan : null;
  return {
    mode: 'perApplication',
    id: preview.id,
    title: t('assignment.preview.perApplication', { count: perEntry }),
    stale,
    short: stale ? 0 : (refusal?.infeasible.length ?? 0),
    shortages: stale ? [] : shortageSentences(state, preview, context),
    warnings: shown ? warnings(state, preview, shown, context) : [],
    facts: {
      rows: [
        row('scoring', trimSentence(perEntry, trimTable, context)),
        ...(problem.choice.table
          ? [row('table', problem.choice.table)]
          : [
              row('keep', t(`assignment.preview.keep.${problem.choice.keep ? 'yes' : 'no'}`)),
              row('seed', String(seed)),
            ]),
        ...(shown ? resultRows(state, { pairs, limits }, context) : []),
        ...(shown
          ? [
              row('connected', t(`assignment.preview.connected.${shown.connected ? 'yes' : 'no'}`)),
              row('objective', objective(shown, context)),
              row('problemHash', hashOf(problem)),
              row('planHash', hashOf(shown)),
            ]
          : []),
      ],
    },
    ...tables(state, shown ? { pairs, limits } : null, context),
    problem: { href: `${base}/problem.json?preview=${preview.id}` },
    plan: shown ? { href: `${base}/plan.csv?preview=${preview.id}` } : null,
    reason: shown && !refusal ? reasonField(given, context) : null,
    effect: effect(state, pairs, context),
  };
}

/** The way back: everybody scores everything. */
export function wholePanelModel(
  state: RoundState,
  given: Submitted<AssignmentDecisionForm> | null,
  context: PageContext,
): PreviewModel {
  const { t } = context;
  const { applications } = state;
  const wholePanel = state.wholePanel();
  const counts = new Map(applications.map(({ id }) => [id, 0]));
  for (const { applicationId } of wholePanel) {
    counts.set(applicationId, (counts.get(applicationId) ?? 0) + 1);
  }
  const shortages = applications
    .filter(({ id }) => counts.get(id)! < PANEL_MINIMUM)
    .map(({ id, number, name }) =>
      t('assignment.preview.wholePanelShort', {
        number,
        name,
        count: counts.get(id)!,
        minimum: PANEL_MINIMUM,
      }),
    );
  const plan = { pairs: wholePanel, limits: null };
  return {
    mode: 'wholePanel',
    id: wholePanelHash(state),
    title: t('assignment.preview.wholePanel'),
    stale: false,
    short: shortages.length,
    shortages,
    warnings: [],
    facts: { rows: resultRows(state, plan, context) },
    ...tables(state, plan, context),
    problem: null,
    plan: null,
    reason: shortages.length ? null : reasonField(given, context),
    effect: effect(state, wholePanel, context),
  };
}

function tables(state: RoundState, plan: Plan | null, context: PageContext) {
  if (!plan) return { loads: null, applications: null };
  const difference = compareAssignments(state.present, plan.pairs);
  return {
    loads: loadTable(state, plan.pairs, plan.limits, context),
    applications: applicationTable(state, plan.pairs, difference, context),
  };
}

/** The limits as the office set them; an alternate who takes no part has none. */
function shownLimits(state: RoundState, { choice, judges }: RoundProblem): Plan['limits'] {
  const taking = new Map(judges.map(({ seat, max }) => [seat, max]));
  const all = state.applications.length;
  return new Map(
    state.seats.flatMap(({ id, alternate }) => {
      const own = choice.limits[id];
      if (own !== undefined) return [[id, own] as const];
      if (!taking.has(id)) return [];
      return [[id, alternate ? taking.get(id)! : (choice.limit ?? all)] as const];
    }),
  );
}

function warnings(
  state: RoundState,
  { problem }: AssignmentPreview,
  { connected }: { readonly connected: boolean },
  { t }: PageContext,
): readonly string[] {
  const settled = state.applications.length - problem.entries.length;
  return [
    ...(connected ? [] : [t('assignment.preview.unconnected')]),
    ...(settled ? [t('assignment.preview.settled', { count: settled })] : []),
  ];
}

function resultRows(state: RoundState, { pairs, limits }: Plan, { t }: PageContext) {
  const counts = new Map(
    [...(limits ?? [])].filter(([, max]) => max > 0).map(([seat]) => [seat, 0]),
  );
  for (const { seatId } of pairs) counts.set(seatId, (counts.get(seatId) ?? 0) + 1);
  const barred = new Set(state.facts.barred.map(pairKey));
  const difference = compareAssignments(state.present, pairs);
  const row = (term: string, variables: Record<string, number>) => ({
    term: t(`assignment.preview.${term}`),
    value: t(`assignment.preview.${term}.value`, variables),
    action: null,
  });
  return [
    row('sheets', { sheets: pairs.length, applications: state.applications.length }),
    row('load', { least: Math.min(...counts.values()), most: Math.max(...counts.values()) }),
    row('conflicts', {
      count: barred.size,
      assigned: pairs.filter((pair) => barred.has(pairKey(pair))).length,
    }),
    row('difference', {
      kept: difference.kept,
      added: difference.added.length,
      withdrawn: difference.withdrawn.length,
    }),
  ];
}

function shortageSentences(
  { applications }: RoundState,
  { refusal }: AssignmentPreview,
  { t }: PageContext,
): readonly string[] {
  const names = new Map(applications.map(({ number, name }) => [number, name]));
  const label = (number: string) =>
    t('judging.round.application', { number, name: names.get(number) ?? '' });
  return (refusal?.infeasible ?? [])
    .slice(0, SHOWN_SHORTAGES)
    .map(({ entry, code, variables }) => t(code, { ...variables, entry: label(entry) }));
}

function objective(
  { objective: reached, bound }: { readonly objective: number; readonly bound: number },
  { t }: PageContext,
): string {
  return bound === 0
    ? t('assignment.preview.objective.none')
    : t('assignment.preview.objective.value', { reached, bound });
}

function trimSentence(count: number, trimTable: readonly TrimRow[], { t }: PageContext): string {
  const row = trimTable.find(({ from, to }) => count >= from && (to === null || count <= to));
  const [high, low] = [row?.dropHighest ?? 0, row?.dropLowest ?? 0];
  return t(`assignment.preview.trim.${high + low ? 'some' : 'none'}`, { count, high, low });
}

function effect(
  state: RoundState,
  pairs: readonly SeatOnApplication[],
  { t }: PageContext,
): string {
  if (state.facts.sheets.length === 0) return t('assignment.decision.beforeOpening');
  const { added, withdrawn } = compareAssignments(state.present, pairs);
  return t('assignment.decision.open', { added: added.length, withdrawn: withdrawn.length });
}

function reasonField(given: Submitted<AssignmentDecisionForm> | null, context: PageContext) {
  return context.draw(given ?? unsentForm(AssignmentDecisionForm)).textarea('reason');
}
