import type { RepeatsOfCategory } from '../../judging/repeats/repeat-drift.queries.js';
import { seatInWords } from '../../rules/rounds/seat-in-words.js';
import { formatNumber } from '../../text/format.js';
import type { TableNumbers } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import { points } from './points.js';
import { table } from './table.js';

/** How far each judge was from the own first scores of the hidden repeat, and each indicator over all of them. */
export function repeatTables(
  { judges, indicators }: RepeatsOfCategory,
  { t }: PageContext,
): readonly TableNumbers[] {
  if (judges.length === 0) return [];
  const mean = { label: t('supervision.repeats.mean'), numeric: true };
  const absolute = { label: t('supervision.repeats.absolute'), numeric: true };
  return [
    table(
      'repeats',
      t('supervision.repeats.caption'),
      [
        { label: t('supervision.column.judge') },
        { label: t('supervision.repeats.count'), numeric: true },
        mean,
        absolute,
      ],
      judges.map(({ number, judgeName, count, ...drift }) => [
        t('supervision.anchors.judge', { ...seatInWords(number), name: judgeName }),
        formatNumber(count),
        points(drift.mean),
        points(drift.meanAbsolute),
      ]),
    ),
    table(
      'repeats-indicators',
      t('supervision.repeats.byIndicator'),
      [
        { label: t('supervision.repeats.indicator') },
        { label: t('supervision.repeats.judges'), numeric: true },
        mean,
        absolute,
      ],
      indicators.map(({ code, count, ...drift }) => [
        code,
        formatNumber(count),
        points(drift.mean),
        points(drift.meanAbsolute),
      ]),
    ),
  ];
}
