import { COUNTED_GUARDS } from '../../rules/guards/counted-guards.js';
import type { ProgrammeGuard } from '../../rules/guards/guard-facts.js';
import type { WaitingAct } from '../../rules/guards/waiting-acts.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { daysLate, lateWork } from '../../rules/due-work.js';
import { formatDay } from '../../text/format.js';
import { holds } from '../../web/actor.js';
import type { TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { TermWorkKind } from '../../rules/term-work.js';
import type { OfficeTask } from '../office-tasks.queries.js';
import type { LateLine } from './due-work.page.js';
import { type TurnPlace, turnRoom } from './turn-rooms.js';

export interface Turn {
  readonly acts: readonly WaitingAct[];
  readonly place: TurnPlace;
  /** Last day of the phase, with its extensions; null where none is planned. */
  readonly dueOn: string | null;
}

/** Counted work of the board that says the same as an open guard, and more. */
const SAID_BY: Readonly<
  Partial<Record<ProgrammeGuard, OfficeTask | TermWorkKind | 'unsignedSheets' | 'standings'>>
> = {
  everyApplicationScreened: 'screenings',
  everyFigureHasVerdict: 'verifications',
  softConflictsDecided: 'conflicts',
  everySheetSigned: 'unsignedSheets',
  everyDefenceSheetSigned: 'unsignedSheets',
  everyObjectionAcceptedOrRefused: 'acceptObjection',
  compositeComputed: 'standings',
  workingPagesProduced: 'standings',
  secondPersonConfirmsHash: 'standings',
  supervisorWitnesses: 'standings',
};

/**
 * What the programme waits for from the reader.
 * @param said the counted tasks that the reader is shown anyway
 */
export function turnTasks(
  { acts, place, dueOn }: Turn,
  said: ReadonlySet<string>,
  context: PageContext,
): TaskList['tasks'] {
  const { t, actor } = context;
  return acts
    .filter(({ owners }) => holds(actor, ...owners))
    .filter(({ does }) => !('guard' in does && said.has(SAID_BY[does.guard]!)))
    .map((act) => ({
      label: labelOf(act, t),
      href: turnRoom(act, place),
      hint: hintOf(act, t),
      status: dueTag(dueOn, act.chased, context),
    }));
}

/** The same when the phase is over its day: with whom it lies, for the owner, registrar and supervisor. */
export function lateTurn({ acts, place, dueOn }: Turn, context: PageContext): readonly LateLine[] {
  const { t, lang, now, actor } = context;
  const today = beijingDate(now);
  const roles = actor?.duties.map(({ role }) => role) ?? [];
  const work = acts.map((act) => ({
    kind: '',
    owner: act.owners.find((role) => roles.includes(role)) ?? act.owners[0]!,
    dueOn,
    subject: '',
    href: turnRoom(act, place),
    act,
  }));
  return lateWork(work, roles, today).map((one) => ({
    label: labelOf(one.act, t),
    href: one.href,
    owner: one.act.owners.map((role) => t(`role.${role}`)).join(t('navigation.listComma')),
    due: dueOn ? formatDay(lang, dueOn) : '',
    late: t('awards.work.daysLate', { days: daysLate(one, today) }),
  }));
}

function labelOf({ does, chased }: WaitingAct, t: PageContext['t']): string {
  if ('step' in does) return t(`lifecycle.event.${does.step}`);
  const condition = t(`lifecycle.guard.${does.guard}`);
  return chased ? t('programmes.turn.chase', { condition }) : condition;
}

function hintOf({ does, open }: WaitingAct, t: PageContext['t']): string {
  if ('step' in does) return t('programmes.turn.ready');
  return open && COUNTED_GUARDS.has(does.guard)
    ? t(`programmes.blocked.${does.guard}`, { open, names: 'none' })
    : t('programmes.turn.needed');
}

export function dueTag(
  dueOn: string | null,
  chased: boolean,
  { t, lang, now }: PageContext,
): TaskList['tasks'][number]['status'] {
  const late = daysLate({ dueOn }, beijingDate(now));
  if (late > 0) return { label: t('awards.work.daysLate', { days: late }), tone: 'bad' };
  const tone = chased ? 'neutral' : 'attention';
  if (!dueOn) return { label: t('programmes.turn.now'), tone };
  return { label: t('awards.work.due', { day: formatDay(lang, dueOn) }), tone };
}
