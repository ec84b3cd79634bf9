import {
  type ProgrammeEvent,
  programmeLifecycle,
} from '../../rules/lifecycle/programme-lifecycle.js';
import { holds } from '../../web/actor.js';
import type { StatusTag } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { ATTESTATIONS } from '../attestations.js';
import type { Finding, ProgrammeGuard } from '../guard-facts.js';
import type { CategoryRow, ProgrammeRow } from '../programme.queries.js';
import { STEP_ROOMS } from '../step-rooms.js';

export interface GuardView {
  readonly label: string;
  readonly detail: string | null;
  readonly status: StatusTag;
  /** Where an open one is worked off. */
  readonly href: string | null;
}

export interface StepView {
  readonly event: string;
  readonly label: string;
  readonly to: string;
  readonly guards: readonly GuardView[];
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
      !row.guards.some((guard) => isOfOtherRules(guard, findings)),
  );
  const views = rows.map((row) => {
    const room = STEP_ROOMS[row.event];
    const frozenByStep = row.event === 'announce' && findings.rubricWeightsSumTo100.met;
    const guards = row.guards.map((guard) =>
      guardView(
        guard as ProgrammeGuard,
        findings[guard as ProgrammeGuard],
        guard === 'ruleVersionFrozen' && frozenByStep,
        programme.id,
        context,
      ),
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

/** A programme with a defence has no step that skips it, and the other way round; nothing changes that. */
function isOfOtherRules(guard: string, findings: Readonly<Record<ProgrammeGuard, Finding>>) {
  return (guard === 'defenceHasWeight' || guard === 'defenceHasNoWeight') && !findings[guard].met;
}

export interface AttestationView {
  readonly guard: string;
  readonly label: string;
  readonly hint: string;
}

/** Facts that this reader may attest in the present state and that are still missing. */
export function attestationViews(
  { state }: ProgrammeRow,
  findings: Readonly<Record<ProgrammeGuard, Finding>>,
  { t, actor }: PageContext,
): readonly AttestationView[] {
  return ATTESTATIONS.filter(
    ({ guard, states, roles }) =>
      states.includes(state) && holds(actor, ...roles) && !findings[guard].met,
  ).map(({ guard }) => ({
    guard,
    label: t(`lifecycle.guard.${guard}`),
    hint: t(`programmes.attest.${guard}`),
  }));
}

/** Guards whose open things are counted in a sentence of their own. */
const COUNTED: ReadonlySet<ProgrammeGuard> = new Set<ProgrammeGuard>([
  'rubricWeightsSumTo100',
  'divisionsStaffed',
  'divisionOpinionsSignedOrTakenOver',
  'everyApplicationScreened',
  'vetoChecksDated',
  'everyFigureHasVerdict',
  'secondReadingDone',
  'panelAndAlternatesDrawn',
  'everyJudgeDeclared',
  'softConflictsDecided',
  'vacatedSeatsFilled',
  'everySheetSigned',
  'noSpreadFlagOpen',
  'everyDefenceSheetSigned',
  'compositeComputed',
  'workingPagesProduced',
  'tiesDecided',
  'creditQueryRenewed',
  'everyObjectionAcceptedOrRefused',
  'noAcceptedObjectionOpen',
  'objectionsDecidedAndAnsweredOrHeldAlone',
  'certificatesNumbered',
  'everyTitleReviewedOrEnded',
  'everyTitleEnded',
]);

function guardView(
  guard: ProgrammeGuard,
  finding: Finding,
  doneByStep: boolean,
  programmeId: string,
  { t }: PageContext,
): GuardView {
  const met = finding.met || doneByStep;
  return {
    label: t(`lifecycle.guard.${guard}`),
    detail: detail(guard, finding, doneByStep, t),
    status: met
      ? { label: t('programmes.guard.met'), tone: 'good' }
      : { label: t('programmes.guard.unmet'), tone: 'attention' },
    href: !met && guard === 'creditQueryRenewed' ? `/office/credit/${programmeId}` : null,
  };
}

function detail(
  guard: ProgrammeGuard,
  { met, open }: Finding,
  doneByStep: boolean,
  t: PageContext['t'],
): string | null {
  if (doneByStep) return t('programmes.guard.frozenByStep');
  if (guard === 'applicationWindowLongEnough') {
    return t('programmes.blocked.applicationWindowLongEnough', { open: open ?? 0 });
  }
  return !met && open && COUNTED.has(guard) ? t(`programmes.blocked.${guard}`, { open }) : null;
}
