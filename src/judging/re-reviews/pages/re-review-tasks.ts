import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { formatDay } from '../../../text/format.js';
import type { TaskList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { ReReviewTask } from '../re-review-sheet.queries.js';

/** On the judge's home: the re-reviews that wait, and those that are signed. */
export function reReviewTasks(tasks: readonly ReReviewTask[], context: PageContext): TaskList {
  const { t, lang } = context;
  return {
    tasks: tasks.map((task) => {
      const stage = stageOf(task);
      return {
        label: task.judgingNumber
          ? t('judging.reReview.numbered', { number: task.judgingNumber })
          : t('judging.reReview.of', { category: lang === 'en' ? task.nameEn : task.nameZh }),
        href: `/judging/re-reviews/${task.id}`,
        hint: t(`judging.reReview.stage.${stage}.hint`, { day: formatDay(lang, task.closesOn) }),
        status: {
          label: t(`judging.reReview.stage.${stage}`),
          tone: stage === 'signed' ? ('good' as const) : ('attention' as const),
        },
      };
    }),
  };
}

function stageOf({ state, declaredAt }: ReReviewTask): 'declare' | 'score' | 'signed' {
  if (sheetIn.signed.has(state)) return 'signed';
  return declaredAt === null ? 'declare' : 'score';
}
