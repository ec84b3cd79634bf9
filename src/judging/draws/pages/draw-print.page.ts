import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { DrawRow } from '../draw.queries.js';
import type { ExpertRow } from '../../experts/expert.queries.js';
import { courseFacts, termFacts } from './draw-facts.js';
import { candidateTable, exclusionTable, orderTable, seatTable } from './draw-tables.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { drawIn } from '../../../rules/lifecycle/draw-states.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/draw-print': DrawPrintPage;
  }
}

export interface DrawPrintPage extends PageFrame {
  readonly issuer: string;
  readonly serial: string;
  readonly voided: boolean;
  readonly facts: readonly { readonly heading: string; readonly list: SummaryList }[];
  readonly tables: readonly { readonly heading: string; readonly table: TableNumbers }[];
  readonly present: readonly string[];
}

/** 抽取记录表: everything that went in, everything that came out, and a line for each signature. */
export function drawPrintPage(draw: DrawRow, experts: readonly ExpertRow[]) {
  return (context: PageContext): DrawPrintPage => {
    const { t } = context;
    const names = new Map(experts.map((expert) => [expert.id, expert]));
    const record = draw.record!;
    const tables = [
      ['seats', seatTable(draw, record, names, context)],
      ['order', orderTable(draw, record, names, context)],
      ['candidates', candidateTable(draw, names, context)],
      ['exclusions', exclusionTable(draw, names, context)],
    ] as const;
    return {
      title: t('judging.draw.print.title'),
      breadcrumbs: [{ label: t('judging.draw.print.back'), href: `/office/draws/${draw.id}` }],
      issuer: draw.programmeName,
      serial: t('judging.draw.print.number', {
        category: categoryName(draw, context),
        number: draw.number,
      }),
      voided: drawIn.voided.has(draw.state),
      facts: [
        { heading: t('judging.draw.print.terms'), list: termFacts(draw, context) },
        { heading: t('judging.draw.print.course'), list: courseFacts(draw, context) },
      ],
      tables: tables.flatMap(([key, table]) =>
        table ? [{ heading: t(`judging.draw.print.${key}`), table }] : [],
      ),
      present: record.present,
    };
  };
}
