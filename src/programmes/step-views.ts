import { type ProgrammeEvent, programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import { holds } from '../web/actor.js';
import type { PageContext } from '../web/page-context.js';
import type { Finding, ProgrammeGuard } from '../rules/guards/guard-facts.js';
import { type GuardLine, guardLine } from './guard-lines.js';
import type { CategoryRow, ProgrammeRow } from './programme.queries.js';
import { STEP_ROOMS } from './step-rooms.js';

export interface StepView {
  readonly event: string;
  readonly label: string;
  readonly to: string;
  readonly guards: readonly GuardLine[];
  /** Every guard is met. */
  readonly ready: boolean;
  /** Link to the room where the step is taken; null when a button on the board takes it. */
  readonly href: string | null;
  /** The reader may take it here and now. */
  readonly button: boolean;
  /** Who takes it, when the reader does not. */
  readonly who: string;
  readonly mine: boolean;
  /** How many guards are still open. */
  readonly open: number;
}

/** Where the weights alone decide which of two steps a programme can ever take. */
const FORKS: readonly ProgrammeGuard[] = ['defenceHasWeight', 'defenceHasNoWeight'];

/** The steps that lead out of the present state, each with its guards as found. */
export function stepViews(
  programme: ProgrammeRow,
  findings: Readonly<Record<ProgrammeGuard, Finding>>,
  categories: readonly CategoryRow[],
  context: PageContext,
): readonly StepView[] {
  const { t, actor } = context;
  const rows = programmeLifecycle.rows.filter(
    (row) =>
      row.from.includes(programme.state) &&
      row.event !== 'terminate' &&
      (row.guards as readonly ProgrammeGuard[]).every(
        (guard) => !FORKS.includes(guard) || findings[guard].met,
      ),
  );
  const views = rows.map((row) => {
    const room = STEP_ROOMS[row.event];
    const frozenByStep = row.event === 'announce' && findings.rubricWeightsSumTo100.met;
    const guards = (row.guards as readonly ProgrammeGuard[]).map((guard) =>
      guard === 'ruleVersionFrozen' && frozenByStep
        ? {
            ...guardLine(guard, { met: true, open: null }, programme, context),
            detail: t('programmes.guard.frozenByStep'),
          }
        : guardLine(guard, findings[guard], programme, context, categories[0]?.id),
    );
    const ready = guards.every(({ status }) => status.tone === 'good');
    const roles = row.actors.filter((role) => role !== 'System');
    const mine = holds(actor, ...roles);
    return {
      event: row.event satisfies ProgrammeEvent,
      label: t(`lifecycle.event.${row.event}`),
      to: t(`lifecycle.programme.${row.to}`),
      guards,
      ready,
      href: room && mine ? room(programme.id, categories[0]?.id ?? '') : null,
      button: mine && ready && !room,
      who: row.actors.map((role) => t(`role.${role}`)).join(t('navigation.listComma')),
      mine,
      open: guards.filter(({ status }) => status.tone !== 'good').length,
    };
  });
  return views.toSorted((one, other) => Number(other.ready) - Number(one.ready));
}
