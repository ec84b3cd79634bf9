import { programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import type { ProgrammeEvent } from '../rules/lifecycle/programme-lifecycle.js';
import type { StatusTag } from '../web/component-models.js';
import type { PageContext } from '../web/page-context.js';
import { attestationIn } from '../rules/guards/attestations.js';
import { COUNTED_GUARDS } from '../rules/guards/counted-guards.js';
import type { Finding, ProgrammeGuard } from '../rules/guards/guard-facts.js';
import type { ProgrammeRow } from './programme.queries.js';

export interface GuardLine {
  readonly label: string;
  readonly detail: string | null;
  readonly status: StatusTag;
  /** Where an open one is worked off. */
  readonly href: string | null;
  /** The open things by name, each with its own page. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** A step as the room shows it before its button: every guard as found, and whether all are met. */
export interface StepLines {
  readonly title: string;
  readonly guards: readonly GuardLine[];
  readonly ready: boolean;
}

/**
 * @param byAct guards that the button itself meets and that need no line
 * @returns null when the event does not lead out of the programme's state
 */
export function stepLines(
  programme: Pick<ProgrammeRow, 'id' | 'state'>,
  event: ProgrammeEvent,
  findings: Readonly<Record<ProgrammeGuard, Finding>>,
  { t }: Pick<PageContext, 't'>,
  byAct: readonly ProgrammeGuard[] = [],
): StepLines | null {
  const row = programmeLifecycle.rows.find(
    (one) => one.event === event && one.from.includes(programme.state),
  );
  if (!row) return null;
  const asked = (row.guards as readonly ProgrammeGuard[]).filter((guard) => !byAct.includes(guard));
  const guards = asked.map((guard) => {
    const line = guardLine(guard, findings[guard], programme.id, t);
    const attested = attestationIn(guard, programme.state) && !findings[guard].met;
    return attested && !line.href
      ? { ...line, href: `/office?programme=${programme.id}#attest` }
      : line;
  });
  return {
    title: t('programmes.step.needs', { event: t(`lifecycle.event.${event}`) }),
    guards,
    ready: asked.every((guard) => findings[guard].met),
  };
}

export function guardLine(
  guard: ProgrammeGuard,
  finding: Finding,
  programmeId: string,
  t: PageContext['t'],
): GuardLine {
  return {
    label: t(`lifecycle.guard.${guard}`),
    detail: detail(guard, finding, t),
    status: finding.met
      ? { label: t('programmes.guard.met'), tone: 'good' }
      : { label: t('programmes.guard.unmet'), tone: 'attention' },
    href: finding.met ? null : roomOf(guard, finding, programmeId),
    links: (finding.named ?? []).map(({ id, label }) => ({ href: `/office/titles/${id}`, label })),
  };
}

/** Where the open ones of a guard are worked off; a draw that is under way goes on in its own room. */
function roomOf(guard: ProgrammeGuard, { open }: Finding, programmeId: string): string | null {
  if (guard === 'divisionOpinionsSignedOrTakenOver') return '/office/takeovers';
  if (guard === 'everyTitleReviewedOrEnded') return '/office/titles/reviews';
  if (guard === 'creditQueryRenewed') return `/office/credit/${programmeId}`;
  const drawing = guard === 'seedRevealed' || guard === 'drawRecordSigned';
  return drawing && open ? '/office/draws' : null;
}

function detail(
  guard: ProgrammeGuard,
  { met, open, named }: Finding,
  t: PageContext['t'],
): string | null {
  // Each of them stands beside it as a link.
  if (named?.length) return t('programmes.guard.named', { open: named.length });
  if (guard === 'applicationWindowLongEnough') {
    return t('programmes.guard.workingDaysLeft', { open: open ?? 0 });
  }
  const counted = open !== 0 || guard === 'seedRevealed';
  return !met && open !== null && counted && COUNTED_GUARDS.has(guard)
    ? t(`programmes.blocked.${guard}`, { open, names: 'none' })
    : null;
}
