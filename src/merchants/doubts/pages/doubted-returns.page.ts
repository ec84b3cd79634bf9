import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import type { FieldProblem } from '../../../rules/registry/field-problem.js';
import { formatDay, formatHundredths, formatInstant, formatNumber } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type { SummaryList, TableNumbers, TaskList } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { MerchantRow } from '../../merchant.queries.js';
import type { DoubtedRow } from '../../registry-waiting.js';
import type { ReturnRow } from '../../return.queries.js';
import { ReturnCheckForm } from './return-check.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/doubted-returns': DoubtedReturnsPage;
    'merchants/doubted-return': DoubtedReturnPage;
  }
}

export interface DoubtedReturnsPage extends PageFrame {
  readonly open: TaskList;
  readonly returned: TaskList;
}

export interface DoubtedReturnPage extends PageFrame {
  readonly id: string;
  readonly merchantId: string;
  readonly version: number;
  readonly summary: ErrorSummary;
  readonly doubts: readonly string[];
  readonly contact: SummaryList;
  readonly figures: TableNumbers;
  /** What the office found out before. */
  readonly checked: string | null;
  readonly form: { readonly decision: FieldRadios; readonly note: FieldTextarea } | null;
}

export function doubtedReturnsPage(open: readonly DoubtedRow[], returned: readonly DoubtedRow[]) {
  return ({ t }: PageContext): DoubtedReturnsPage => {
    const tasks = (rows: readonly DoubtedRow[], state: 'open' | 'returned'): TaskList => ({
      tasks: rows.map((row) => ({
        href: `/office/registry/doubts/${row.id}`,
        label: row.name,
        hint: `${t(`division.${row.divisionCode}`)} · ${t('merchants.returns.year', { year: String(row.year) })}`,
        status: {
          label: t(`merchants.returnCheck.${state}`),
          tone: state === 'open' ? ('attention' as const) : ('neutral' as const),
        },
      })),
    });
    return {
      title: t('merchants.returnCheck.title'),
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.returnCheck.title'), href: null },
      ],
      open: tasks(open, 'open'),
      returned: tasks(returned, 'returned'),
    };
  };
}

interface DoubtedReturnRows {
  readonly filed: ReturnRow;
  readonly before: ReturnRow | null;
  readonly merchant: MerchantRow;
  readonly doubts: readonly FieldProblem[];
}

export function doubtedReturnPage(
  { filed, before, merchant, doubts }: DoubtedReturnRows,
  sent: Submitted<ReturnCheckForm> | null,
) {
  return (context: PageContext): DoubtedReturnPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(sent ?? unsentForm(ReturnCheckForm));
    const title = t('merchants.returnCheck.of', {
      name: merchant.name,
      year: String(filed.year),
    });
    const waits = filed.doubted === 1 && filed.checkedAt === null;
    return {
      title,
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.returnCheck.title'), href: '/office/registry/doubts' },
        { label: merchant.name, href: null },
      ],
      id: filed.id,
      merchantId: merchant.id,
      version: filed.version,
      summary: sent ? drawn.summary : { errors: [] },
      doubts: doubts.map((one) =>
        t(one.code, {
          ...one.variables,
          field: t(`merchants.return.${one.field.split('.').at(-1)!}`),
        }),
      ),
      contact: {
        rows: [
          fact(t('merchants.contactName'), merchant.contactName),
          fact(t('merchants.contactMobile'), merchant.contactMobile),
          fact(t('merchants.returnCheck.filed'), formatDay(lang, beijingDate(filed.filedAt))),
        ],
      },
      figures: figures(filed, before, context),
      checked:
        filed.checkedAt && filed.checkNote
          ? t(`merchants.returnCheck.${filed.doubted ? 'sentBackOn' : 'confirmedOn'}`, {
              time: formatInstant(lang, filed.checkedAt),
              note: filed.checkNote,
            })
          : null,
      form:
        waits && holds(actor, 'CityRegistrar')
          ? {
              decision: drawn.radios('decision', undefined, true),
              note: { ...drawn.textarea('note'), required: true },
            }
          : null,
    };
  };
}

function fact(term: string, value: string): SummaryList['rows'][number] {
  return { term, value, action: null };
}

const SHOWN = [
  ['grossWan', 'forms.unit.wan', formatHundredths],
  ['refundWan', 'forms.unit.wan', formatHundredths],
  ['netWan', 'forms.unit.wan', formatHundredths],
  ['orders', 'forms.unit.orders', formatNumber],
  ['parcels', 'forms.unit.orders', formatNumber],
] as const;

function figures(filed: ReturnRow, before: ReturnRow | null, { t }: PageContext): TableNumbers {
  const cell = (text: string, numeric: boolean) => ({ text, href: null, numeric });
  return {
    id: 'figures',
    caption: t('merchants.returnCheck.figures'),
    columns: [
      { label: t('merchants.returnCheck.figure'), unit: null, numeric: false },
      ...[filed.year - 1, filed.year].map((year) => ({
        label: String(year),
        unit: null,
        numeric: true,
      })),
    ],
    rows: SHOWN.map(([key, unit, format]) => ({
      cutLine: false,
      cells: [
        cell(`${t(`merchants.return.${key}`)} (${t(unit)})`, false),
        cell(before ? format(before[key]) : t('merchants.notGiven'), true),
        cell(format(filed[key]), true),
      ],
    })),
    totals: null,
  };
}
