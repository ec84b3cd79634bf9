import type { JudgeOnAnchors } from '../../judging/anchors/anchor-diagnostics.queries.js';
import { seatInWords } from '../../rules/rounds/seat-in-words.js';
import { formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { points } from './points.js';
import { table } from './table.js';

/** Judge by judge, how far the points for anchors were from the reference. */
export function anchorTable(judges: readonly JudgeOnAnchors[], { t }: PageContext): TableNumbers {
  return table(
    'anchors',
    t('supervision.anchors.caption'),
    [
      { label: t('supervision.column.judge') },
      { label: t('supervision.anchors.count'), numeric: true },
      { label: t('supervision.anchors.mean'), numeric: true },
      { label: t('supervision.anchors.spread'), numeric: true },
    ],
    judges.map(({ number, judgeName, anchors, mean, spread }) => [
      t('supervision.anchors.judge', { ...seatInWords(number), name: judgeName }),
      formatNumber(anchors),
      points(mean),
      spread === null ? '' : points(spread),
    ]),
  );
}
