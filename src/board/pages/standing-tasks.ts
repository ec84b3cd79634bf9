import type { Policy } from '../../web/access/policies.js';
import { allows } from '../../web/access/policies.js';
import type { TaskList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { OfficeTaskCounts } from '../office-tasks.queries.js';
import type { StandingAct } from '../standings-at-work.js';
import { dueTag } from './turn-tasks.js';

const WHOSE: Readonly<Record<StandingAct, Policy>> = {
  compute: 'standings.lock',
  confirm: 'standings.lock',
  witness: 'witness',
};

/** What the reader is next with, category by category; nobody confirms what they computed. */
export function standingTasks(
  { standings }: OfficeTaskCounts,
  dueOn: string | null,
  context: PageContext,
): TaskList['tasks'] {
  const { t, lang, actor } = context;
  return standings
    .filter(({ act }) => allows(WHOSE[act], actor))
    .filter(({ act, firstBy }) => act !== 'confirm' || firstBy !== actor?.accountId)
    .map(({ act, categoryId, nameZh, nameEn }) => ({
      label: t(`programmes.task.standings.${act}`, {
        category: lang === 'zh-CN' ? nameZh : nameEn,
      }),
      href: `/office/standings/${categoryId}`,
      hint: t(`programmes.task.standings.${act}.hint`),
      status: dueTag(dueOn, false, context),
    }));
}
