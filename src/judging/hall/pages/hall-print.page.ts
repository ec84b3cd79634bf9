import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { hallPath } from '../hall-path.js';
import { orderFacts } from './hall-tables.js';
import type { HallData } from './hall-data.js';
import type { SummaryList } from '../../../web/component-models.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/hall-print': HallPrintPage;
  }
}

export interface HallPrintPage extends PageFrame {
  readonly serial: string;
  readonly rows: readonly {
    readonly place: number;
    readonly merchant: string;
    readonly receipt: string;
  }[];
  readonly facts: SummaryList;
}

/** 答辩顺序表: whom to call in which order, lines for who came, and what the order was drawn from. */
export function hallPrintPage(data: HallData) {
  return (context: PageContext): HallPrintPage => {
    const { t } = context;
    return {
      title: t('hall.print.title'),
      breadcrumbs: [{ label: t('hall.print.back'), href: hallPath(data.round.id) }],
      serial: t('hall.title', { category: categoryName(data.category, context) }),
      rows: data.turns.map(({ place, merchantName, receiptNumber }) => ({
        place,
        merchant: merchantName,
        receipt: receiptNumber,
      })),
      facts: orderFacts(data.order, context),
    };
  };
}
