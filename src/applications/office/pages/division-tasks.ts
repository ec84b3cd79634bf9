import type { TaskList } from '../../../web/component-models.js';
import type { Translate } from '../../../web/page-context.js';

export interface DivisionRoom {
  readonly division: string;
  /** The last full year and the merchants of the division that have not filed for it. */
  readonly filing: { readonly year: number; readonly missingReturns: number };
}

/** What waits in a division: its files by step, then the filling target and the roll-up. */
export function divisionTasks(
  files: readonly { readonly step: string; readonly count: number }[],
  link: (step: string) => string,
  filing: DivisionRoom['filing'],
  t: Translate,
): TaskList {
  const waiting = files
    .filter(({ count }) => count > 0)
    .map(({ step, count }) => ({
      label: t(`review.division.task.${step}`),
      href: link(step),
      hint: null,
      status: { label: t('review.division.count', { count }), tone: 'attention' as const },
    }));
  return { tasks: [...waiting, returnsTask(filing, t), rollUpTask(filing, t)] };
}

function returnsTask({ year, missingReturns }: DivisionRoom['filing'], t: Translate) {
  return {
    label: t('review.division.task.returns', { year: String(year) }),
    href: '/division/returns',
    hint: t('review.division.task.returns.hint'),
    status: {
      label: t('review.division.missing', { count: missingReturns }),
      tone: missingReturns ? ('attention' as const) : ('good' as const),
    },
  };
}

function rollUpTask({ year }: DivisionRoom['filing'], t: Translate) {
  return {
    label: t('review.division.task.rollUp', { year: String(year) }),
    href: '/division/roll-up',
    hint: t('review.division.task.rollUp.hint'),
    status: { label: t('review.division.toRead'), tone: 'neutral' as const },
  };
}
