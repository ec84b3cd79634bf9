import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { SheetReading } from '../read-sheet.js';
import type { OtherScoresRow, SheetRow } from '../sheet.queries.js';
import { type OwnScaleModel, ownScaleModel, readOthers } from './own-scale.js';
import { indicatorLabel } from './score-step.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/own-scores': OwnScoresPage;
  }
}

export interface OwnScoresPage extends PageFrame {
  readonly back: string;
  readonly indicators: readonly {
    readonly code: string;
    readonly label: string;
    readonly own: OwnScaleModel | null;
  }[];
}

export function ownScoresPage(
  row: Pick<SheetRow, 'id'>,
  { number, indicators, scores }: SheetReading,
  others: readonly OtherScoresRow[],
) {
  return (context: PageContext): OwnScoresPage => {
    const { t } = context;
    const othersFor = readOthers(others);
    const sheet = t('judging.sheet.numbered', { number });
    return {
      title: t('judging.sheet.own.title'),
      breadcrumbs: [
        { label: t('judging.home.title'), href: '/judging' },
        { label: sheet, href: `/judging/sheets/${row.id}` },
        { label: t('judging.sheet.own.title'), href: null },
      ],
      back: `judging/sheets/${row.id}`,
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        label: indicatorLabel(indicator, context),
        own: ownScaleModel(
          indicator,
          { others: othersFor(indicator.code), here: scores[indicator.code] },
          context,
        ),
      })),
    };
  };
}
