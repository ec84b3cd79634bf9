import { listIn } from '../../../rules/lifecycle/record-states.js';
import type { PageContext } from '../../../web/page-context.js';
import type { AwardListRecord } from '../award-list.queries.js';

export interface UnpostedList {
  readonly text: string;
  readonly href: string;
  readonly link: string;
}

interface Corrections {
  readonly corrected: readonly string[];
  readonly lists: readonly AwardListRecord[];
}

/** First the registrar makes the corrected list, then the publisher posts it. */
export function unpostedList(
  { corrected, lists }: Corrections,
  { t }: PageContext,
): UnpostedList | null {
  if (!corrected.length) return null;
  const made = lists.some(({ kind, state }) => kind === 'proposed' && listIn.prepared.has(state));
  const task = made ? 'post' : 'make';
  return {
    text: t(`awards.approve.unposted.${task}`, {
      merchants: corrected.join(t('navigation.listComma')),
    }),
    href: made ? '/office/notices' : '#versions',
    link: t(`awards.approve.unposted.${task}.link`),
  };
}
