import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { formatInstant } from '../../../text/format.js';
import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { categoryName } from '../../sheets/pages/judging-home.page.js';
import { boardPath } from '../hall-path.js';
import type { PublicOrder } from '../board.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'judging/public-defence': PublicDefencePage;
  }
}

export interface PublicDefencePage extends PageFrame {
  readonly rounds: readonly {
    readonly heading: string;
    readonly lead: string;
    readonly table: TableNumbers | null;
    readonly facts: SummaryList;
    readonly links: readonly { readonly href: string; readonly label: string }[];
  }[];
}

/** Before the draw what the office is bound to, after it the order: by labels that each merchant was told. */
export function publicDefencePage(data: {
  readonly programme: ProgrammeRow;
  readonly orders: readonly PublicOrder[];
}) {
  return (context: PageContext): PublicDefencePage => {
    const { t } = context;
    const { programme, orders } = data;
    const above = `/programmes/${programme.slug}`;
    const title = t('hall.public.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: programme.name, href: above },
        { label: title, href: null },
      ],
      rounds: orders.map((order) => ({
        heading: categoryName(order, context),
        lead: t(order.record ? 'hall.public.drawn' : 'hall.public.committed'),
        table: order.record ? orderTable(order, context) : null,
        facts: facts(order, context),
        links: order.record
          ? [
              { href: boardPath(order.roundId), label: t('hall.board.open') },
              {
                href: `${above}/defence/${order.roundId}/record.json`,
                label: t('hall.public.record'),
              },
            ]
          : [],
      })),
    };
  };
}

function orderTable({ roundId, record }: PublicOrder, { t }: PageContext): TableNumbers {
  const columns = ['place', 'label', 'key'] as const;
  return {
    id: `order-${roundId}`,
    caption: t('hall.public.caption', { count: record!.order.length }),
    columns: columns.map((key) => ({
      label: t(`hall.column.${key}`),
      unit: null,
      numeric: key === 'place',
    })),
    rows: record!.order.map(({ label, key }, at) => ({
      cutLine: false,
      cells: [String(at + 1), label, key.slice(0, 16)].map((text, column) => ({
        text,
        href: null,
        numeric: column === 0,
      })),
    })),
    totals: null,
  };
}

function facts(order: PublicOrder, { t, lang }: PageContext): SummaryList {
  const { record } = order;
  const time = (at: string | null) => (at === null ? null : formatInstant(lang, at));
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['listHash', order.listHash],
    ['commitment', order.commitment],
    ['committed', time(order.committedAt)],
    ['witnessed', time(order.witnessedAt)],
    ['witness', record?.witness],
    ['seed', record?.seed],
    ['drawn', time(record?.times.revealed ?? null)],
    ['recordHash', record?.recordHash],
  ];
  return {
    rows: rows.flatMap(([key, value]) =>
      value ? [{ term: t(`hall.fact.${key}`), value, action: null }] : [],
    ),
  };
}
