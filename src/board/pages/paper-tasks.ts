import type { PaperWork } from '../../judging/paper/paper.queries.js';
import { type Policy, allows } from '../../web/access/policies.js';
import type { TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { OfficeTaskCounts } from '../office-tasks.queries.js';

type Work = 'toKey' | 'toSettle' | 'toTakeBack';

/** Which part of the work on sheets on paper is whose. */
const WORK: readonly (readonly [Work, Policy])[] = [
  ['toKey', 'standings.lock'],
  ['toSettle', 'paper.settle'],
  ['toTakeBack', 'panel.seat'],
];

/** Sheets on paper that wait for the reader, by round: how many, and no point of them. */
export function paperTasks({ papers }: OfficeTaskCounts, context: PageContext): TaskList['tasks'] {
  return papers.flatMap((work) =>
    WORK.filter(([kind, policy]) => work[kind] > 0 && allows(policy, context.actor)).map(([kind]) =>
      taskOf(work, kind, context),
    ),
  );
}

function taskOf(work: PaperWork, kind: Work, { t, lang }: PageContext): TaskList['tasks'][number] {
  return {
    label: t(`programmes.task.paper.${kind}`, {
      category: lang === 'zh-CN' ? work.nameZh : work.nameEn,
    }),
    href: `/office/rounds/${work.roundId}/paper`,
    hint: t(`programmes.task.paper.${kind}.hint`),
    status: { label: t('programmes.task.count', { count: work[kind] }), tone: 'attention' },
  };
}
