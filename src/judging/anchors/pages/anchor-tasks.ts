import { anchorSheetIn } from '../../../rules/lifecycle/anchor-states.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import type { TaskList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { OwnAnchorRow } from '../anchor-sheet.queries.js';

/** The judge can do it now and has not. */
export function isOwed({ state, programmeState }: OwnAnchorRow): boolean {
  return programmeIn.scoresAnchors.has(programmeState) && !anchorSheetIn.done.has(state);
}

/** Whether the files of a round wait for this anchor. */
export function comesBefore(
  { categoryId }: OwnAnchorRow,
  round: { readonly categoryId: string; readonly kind: string },
): boolean {
  return round.kind === 'material' && round.categoryId === categoryId;
}

export function anchorTask(anchor: OwnAnchorRow, context: PageContext): TaskList['tasks'][number] {
  const { t, lang } = context;
  const { state } = anchor;
  const stage = anchorSheetIn.done.has(state)
    ? 'done'
    : anchorSheetIn.submitted.has(state)
      ? 'submitted'
      : state
        ? 'begun'
        : 'open';
  const tone = (
    { done: 'good', submitted: 'attention', begun: 'attention', open: 'neutral' } as const
  )[stage];
  return {
    label: t('judging.home.anchor', {
      category: lang === 'en' ? anchor.nameEn : anchor.nameZh,
      number: anchor.number,
    }),
    href: `/judging/anchors/${anchor.id}`,
    hint: null,
    status: { label: t(`judging.home.anchor.${stage}`), tone },
  };
}
