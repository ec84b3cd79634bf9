import type { Indicator } from '../../../rules/scoring/indicator.js';
import { formatHundredths, formatInstant } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import { indicatorLabel } from '../../sheets/pages/score-step.js';
import type { KeyingRow } from '../paper.queries.js';

/** Who keyed a sheet; with what, for whoever may see it. */
export interface KeyingModel {
  readonly title: string;
  /** Null for what somebody else keyed, before the lock. */
  readonly rows:
    readonly { readonly label: string; readonly points: string; readonly comment: string }[] | null;
  readonly dissent: string | null;
}

export function keyingModels(
  indicators: readonly Indicator[],
  keyings: readonly KeyingRow[],
  context: PageContext,
): KeyingModel[] {
  const { t, lang, actor } = context;
  return keyings.map(({ accountId, name, keyedAt, scores, comments, dissent }, at) => ({
    title: t(`judging.paper.keying.${accountId === actor?.accountId ? 'own' : 'of'}`, {
      place: at + 1,
      name,
      time: formatInstant(lang, keyedAt),
    }),
    rows:
      scores &&
      indicators.map((indicator) => {
        const points = scores[indicator.code];
        return {
          label: indicatorLabel(indicator, context),
          points: points === undefined ? '' : formatHundredths(points),
          comment: comments?.[indicator.code] ?? '',
        };
      }),
    dissent,
  }));
}
