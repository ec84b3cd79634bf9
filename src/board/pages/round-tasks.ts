import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { endsWithPhase } from '../../rules/term-work.js';
import { formatDay } from '../../text/format.js';
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
  return [
    ...toOpen.map((round) => ({
      label: t('programmes.task.openRound', {
        category: nameOf(round, lang),
        kind: t(`programmes.round.${round.kind}`),
      }),
      href: `/office/rounds/${round.roundId}`,
      hint: t('programmes.task.openRound.hint'),
      status: { label: t('programmes.turn.now'), tone: 'attention' as const },
    })),
    ...chairQuestions.map((one) => ({
      label: t('programmes.task.chairQuestions', { category: nameOf(one, lang) }),
      href: `/office/rounds/${one.roundId}`,
      hint: t('programmes.task.chairQuestions.hint'),
      status: {
        label: t('programmes.task.count', { count: one.count }),
        tone: 'attention' as const,
      },
    })),
  ];
}

/** Judges work on these; whoever looks after them is led to the round itself, with how many are left in it. */
export function unsignedTasks(
  { unsigned }: OfficeTaskCounts,
  state: ProgrammeState,
  lastDay: string | null,
  { t, lang, actor }: PageContext,
): TaskList['tasks'] {
  if (!allows('panel.seat', actor) && !allows('standings.lock', actor)) return [];
  const dueOn = endsWithPhase('unsignedSheets', state) ? lastDay : null;
  const hint = t('programmes.task.unsignedSheets.hint');
  return unsigned.map((round) => ({
    label: t('programmes.task.unsignedSheets', {
      category: nameOf(round, lang),
      kind: t(`programmes.round.${round.kind}`),
    }),
    href: `/office/rounds/${round.roundId}`,
    hint: dueOn ? t('programmes.task.dueBy', { hint, day: formatDay(lang, dueOn) }) : hint,
    status: { label: t('programmes.task.count', { count: round.count }), tone: 'neutral' },
  }));
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

function nameOf({ nameZh, nameEn }: Named, lang: PageContext['lang']): string {
  return lang === 'zh-CN' ? nameZh : nameEn;
}
