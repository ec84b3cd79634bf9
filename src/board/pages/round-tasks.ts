import { allows } from '../../web/access/policies.js';
import type { TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { OfficeTaskCounts } from '../office-tasks.queries.js';

/** What a round asks of whoever keeps the panels: that it is opened, and that its chair is answered. */
export function roundTasks(
  { toOpen, chairQuestions }: OfficeTaskCounts,
  { t, lang, actor }: PageContext,
): TaskList['tasks'] {
  if (!allows('panel.seat', actor)) return [];
  const named = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }) =>
    lang === 'zh-CN' ? nameZh : nameEn;
  return [
    ...toOpen.map((round) => ({
      label: t('programmes.task.openRound', {
        category: named(round),
        kind: t(`programmes.round.${round.kind}`),
      }),
      href: `/office/rounds/${round.roundId}`,
      hint: t('programmes.task.openRound.hint'),
      status: { label: t('programmes.turn.now'), tone: 'attention' as const },
    })),
    ...chairQuestions.map((one) => ({
      label: t('programmes.task.chairQuestions', { category: named(one) }),
      href: `/office/rounds/${one.roundId}`,
      hint: t('programmes.task.chairQuestions.hint'),
      status: {
        label: t('programmes.task.count', { count: one.count }),
        tone: 'attention' as const,
      },
    })),
  ];
}
