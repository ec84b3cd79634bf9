import { programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import type { ProgrammeEvent } from '../rules/lifecycle/programme-lifecycle.js';
import type { StatusTag } from '../web/component-models.js';
import type { PageContext } from '../web/page-context.js';
import { attestationIn } from '../rules/guards/attestations.js';
import { COUNTED_GUARDS } from '../rules/guards/counted-guards.js';
import type { Finding, ProgrammeGuard } from '../rules/guards/guard-facts.js';
import { allows } from '../web/access/policies.js';
import { guardRoom } from './guard-rooms.js';
import type { ProgrammeRow } from './programme.queries.js';

export interface GuardLine {
  readonly label: string;
  readonly detail: string | null;
  readonly status: StatusTag;
  /** Where an open one is worked off, if the reader may go there. */
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
  context: Pick<PageContext, 't' | 'actor'>,
  byAct: readonly ProgrammeGuard[] = [],
): StepLines | null {
  const row = programmeLifecycle.rows.find(
    (one) => one.event === event && one.from.includes(programme.state),
  );
  if (!row) return null;
  const asked = (row.guards as readonly ProgrammeGuard[]).filter((guard) => !byAct.includes(guard));
  const guards = asked.map((guard) => {
    const attested = attestationIn(guard, programme.state) && !findings[guard].met;
    const line = guardLine(guard, findings[guard], programme, context);
    return attested ? { ...line, href: `/office?programme=${programme.id}#attest` } : line;
  });
  return {
    title: context.t('programmes.step.needs', { event: context.t(`lifecycle.event.${event}`) }),
    guards,
    ready: asked.every((guard) => findings[guard].met),
  };
}

export function guardLine(
  guard: ProgrammeGuard,
  finding: Finding,
  programme: Pick<ProgrammeRow, 'id' | 'state'>,
  { t, actor }: Pick<PageContext, 't' | 'actor'>,
  categoryId: string | null = null,
): GuardLine {
  const room = finding.met ? null : guardRoom(guard);
  const place = { programmeId: programme.id, state: programme.state, categoryId };
  return {
    label: t(`lifecycle.guard.${guard}`),
    detail: detail(guard, finding, t),
    status: finding.met
      ? { label: t('programmes.guard.met'), tone: 'good' }
      : { label: t('programmes.guard.unmet'), tone: 'attention' },
    href: room && allows(room.policy(place), actor) ? room.path(place) : null,
    links: (finding.named ?? []).map(({ id, label }) => ({ href: `/office/titles/${id}`, label })),
  };
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
