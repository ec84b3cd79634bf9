import type { PageContext } from '../../web/page-context.js';
import type { SignalRows } from './signal-rows.js';

/** A judge's sheets as dots: how far each lies above or below the other judges' mean. */
export interface DeviationChart {
  readonly title: string;
  readonly description: string;
  readonly zero: number;
  readonly lines: readonly { readonly y: number; readonly textY: number; readonly label: string }[];
  readonly dots: readonly {
    readonly x: number;
    readonly y: number;
    readonly behind: boolean;
    readonly name: string;
  }[];
  readonly axis: string;
}

/** Units of the drawing: 400 × 240, the scale's numbers left of the dots. */
const [left, right, top, bottom] = [56, 392, 16, 196];

/** Null where no sheet can be compared with another judge's. */
export function deviationChart(
  { signal, examination, applications }: SignalRows,
  { t }: PageContext,
): DeviationChart | null {
  const own = examination.sheets
    .filter(({ judge, othersMean }) => judge === signal.judge && othersMean !== null)
    .map((sheet) => ({ ...sheet, deviation: sheet.total - (sheet.othersMean ?? 0) }))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  if (own.length === 0) return null;
  const timed = own.every(({ order }) => order !== null);
  const most = niceLimit(Math.max(...own.map(({ deviation }) => Math.abs(deviation))));
  const zero = (top + bottom) / 2;
  const yOf = (value: number) => round(zero - (value / most) * (zero - top));
  const behind = new Set(signal.sheets);
  const receipts = new Map(applications.map((one) => [one.id, one.receiptNumber]));
  return {
    title: t('supervision.chart.title'),
    description: t(timed ? 'supervision.chart.byOrder' : 'supervision.chart.byNumber'),
    zero,
    lines: [most, most / 2, 0, -most / 2, -most].map((value) => ({
      y: yOf(value),
      textY: yOf(value) + 5,
      label: t('supervision.signed', { value }),
    })),
    dots: own.map((sheet, at) => ({
      x: round(left + ((at + 0.5) * (right - left)) / own.length),
      y: yOf(sheet.deviation),
      behind: behind.has(sheet.id),
      name: t('supervision.chart.dot', {
        receipt: receipts.get(sheet.entry) ?? '',
        value: sheet.deviation,
      }),
    })),
    axis: t(timed ? 'supervision.chart.orderAxis' : 'supervision.chart.numberAxis'),
  };
}

/** The next of 1, 2, 5, 10, 20 … that holds the largest deviation. */
function niceLimit(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 0.01)));
  return [1, 2, 5, 10].map((step) => step * power).find((limit) => limit >= largest) ?? 10 * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
