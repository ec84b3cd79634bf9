import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { type DueWork, daysLate, lateWork } from '../../rules/due-work.js';
import { formatDay } from '../../text/format.js';
import type { TaskList } from '../../web/component-models.js';
import { holds } from '../../web/actor.js';
import type { PageContext } from '../../web/page-context.js';

/** Work of one kind that has a page where all of it is done at once. */
const TOGETHER: Readonly<Record<string, string>> = {
  checkReview: '/office/titles/reviews',
  confirmReview: '/office/titles/reviews',
  handleChange: '/office/titles/changes',
};

/** Work of one kind that is worked off from a list as soon as there are several. */
const LISTED: Readonly<Record<string, string>> = {
  acceptObjection: '/office/objections?state=Received',
  decideObjection: '/office/objections?state=UnderReview',
  answerStatement: '/office/statements',
  answerReexamination: '/office/re-examinations',
};

/** What the reader is next with; things that are done together stand in one line. */
export function ownWork(work: readonly DueWork[], context: PageContext): TaskList['tasks'] {
  const { t, actor } = context;
  const own = work.filter(({ owner }) => holds(actor, owner));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const all = own
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
    const href = TOGETHER[kind] ?? (all.length > 1 ? LISTED[kind] : undefined);
    const label = t(`awards.work.${kind}`);
    if (!href) {
      return all.map((one) => ({
        label: t('awards.work.one', { work: label, subject: one.subject }),
        href: one.href,
        hint: t(`awards.work.${kind}.hint`),
        status: dueTag(one, context),
      }));
    }
    const count = t('awards.work.count', { count: all.length });
    const hint = t('awards.work.hintCount', { hint: t(`awards.work.${kind}.hint`), count });
    return [{ label, href, hint, status: dueTag(all[0]!, context) }];
  });
}

export interface LateLine {
  readonly label: string;
  readonly href: string;
  readonly owner: string;
  readonly due: string;
  readonly late: string;
}

/** Overdue work with its owner, for the owner, the registrar and the supervisor. */
export function lateLines(work: readonly DueWork[], context: PageContext): readonly LateLine[] {
  const { t, lang, now, actor } = context;
  const today = beijingDate(now);
  const roles = actor?.duties.map(({ role }) => role) ?? [];
  return lateWork(work, roles, today).map((one) => ({
    label: t('awards.work.one', { work: t(`awards.work.${one.kind}`), subject: one.subject }),
    href: one.href,
    owner: t(`role.${one.owner}`),
    due: one.dueOn ? formatDay(lang, one.dueOn) : '',
    late: t('awards.work.daysLate', { days: daysLate(one, today) }),
  }));
}

function dueTag(work: DueWork, { t, lang, now }: PageContext): TaskList['tasks'][number]['status'] {
  const late = daysLate(work, beijingDate(now));
  if (late > 0) return { label: t('awards.work.daysLate', { days: late }), tone: 'bad' };
  const label = work.dueOn
    ? t('awards.work.due', { day: formatDay(lang, work.dueOn) })
    : t('awards.work.dueUnknown');
  return { label, tone: 'attention' };
}
