import type { CensusTable } from '../../rules/census/census-table.js';
import { formatHundredths } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';
import type { TableWish } from './census-table.page.js';

export interface BarChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly bars: readonly {
    readonly label: string;
    readonly labelY: number;
    readonly y: number;
    readonly width: number;
    readonly beforeY: number;
    readonly beforeWidth: number;
    readonly value: string;
    readonly valueY: number;
  }[];
}

/** Units of the drawing: 400 wide, a group of two bars every 52; the value stands after its label. */
const widest = 396;
const step = 52;

/** Net sales of T and of the year before; withheld sums have no bar, the table says why. */
export function barChart(
  table: CensusTable,
  { id, year, labelOf }: TableWish,
  { t }: PageContext,
): BarChart {
  const most = Math.max(
    1,
    ...table.rows.flatMap((row) => [row.netWan ?? 0, row.netWanBefore ?? 0]),
  );
  const scaled = (value: number | null) => Math.max(0, Math.round(((value ?? 0) * widest) / most));
  const years = { year: String(year), before: String(year - 1) };
  return {
    id: `${id}-chart`,
    title: t(`census.${id}.chart`, years),
    description: t('census.chart.description', years),
    height: table.rows.length * step + 4,
    bars: table.rows.map((row, at) => ({
      label: labelOf(row.key),
      labelY: at * step + 16,
      y: at * step + 22,
      width: scaled(row.netWan),
      beforeY: at * step + 36,
      beforeWidth: scaled(row.netWanBefore),
      value: row.netWan === null ? t('census.withheld') : formatHundredths(row.netWan),
      valueY: at * step + 16,
    })),
  };
}
