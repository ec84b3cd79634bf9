import type { WalkModel } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { QueueRow } from '../division/division.queries.js';

/** The step and the category that a file of the queue was opened under. */
export interface QueueWords {
  readonly step: string;
  readonly category: string;
}

export function inQueue(path: string, { step, category }: QueueWords): string {
  if (!step && !category) return path;
  return `${path}?${new URLSearchParams({ step, category }).toString()}`;
}

/**
 * The way to the neighbours of a file in the queue as it was shown. A file that has left its step since
 * leads on to the first of those that are left.
 */
export function queueWalk(
  shown: readonly QueueRow[],
  id: string,
  words: QueueWords,
  { t }: PageContext,
): WalkModel {
  const at = shown.findIndex((row) => row.id === id);
  const link = (row: QueueRow | undefined) =>
    row ? inQueue(`/division/applications/${row.id}`, words) : null;
  return {
    label: t('lists.walk'),
    place:
      at < 0
        ? t('lists.walk.left', { total: shown.length })
        : t('lists.walk.place', { number: at + 1, total: shown.length }),
    href: inQueue('/division', words),
    previous: at > 0 ? link(shown[at - 1]) : null,
    next: link(at < 0 ? shown[0] : shown[at + 1]),
  };
}
