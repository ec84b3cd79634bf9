import type { DesignPlan } from '../../../rules/planning/plan-designs.js';
import type { PageContext } from '../../../web/page-context.js';
import { designName, shareText } from './planning.tables.js';

/** One row a design: where the true winners are found, and where one colluder gets a favourite. */
export interface PlanningChart {
  readonly title: string;
  readonly description: string;
  readonly height: number;
  readonly bottom: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly tickY: number;
  readonly rows: readonly {
    readonly label: string;
    readonly labelY: number;
    readonly y: number;
    /** From two standard errors below to two above. */
    readonly from: number;
    readonly to: number;
    readonly recall: number;
    readonly recallX: number;
    readonly recallY: number;
    readonly recallText: string;
    readonly square: number;
    readonly squareY: number;
    readonly colludingX: number;
    readonly colludingY: number;
    readonly colludingText: string;
  }[];
}

/** Units of the drawing: 320 wide, as a phone shows it; the scale from 0 to 100 % between these; 66 a design. */
const [left, right, step] = [16, 256, 66];

export function planningChart({ designs }: DesignPlan, { t }: PageContext): PlanningChart {
  const xOf = (share: number) =>
    Math.round((left + Math.min(1, Math.max(0, share)) * (right - left)) * 10) / 10;
  const bottom = designs.length * step + 8;
  return {
    title: t('planning.chart.title'),
    description: t('planning.chart.description'),
    height: bottom + 28,
    bottom,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      x: xOf(share),
      label: t('planning.tick', { value: share }),
    })),
    tickY: bottom + 20,
    rows: designs.map((design, at) => {
      const { recall, favouriteOfColluder } = design.rules.trimmed;
      const y = at * step + 34;
      const colluding = xOf(favouriteOfColluder.value);
      return {
        label: designName(t, design),
        labelY: at * step + 18,
        y,
        from: xOf(recall.value - 2 * recall.standardError),
        to: xOf(recall.value + 2 * recall.standardError),
        recall: xOf(recall.value),
        recallX: xOf(recall.value + 2 * recall.standardError) + 8,
        recallY: y + 5,
        recallText: shareText(t, recall.value),
        square: colluding - 5,
        squareY: y + 13,
        colludingX: colluding + 12,
        colludingY: y + 23,
        colludingText: shareText(t, favouriteOfColluder.value),
      };
    }),
  };
}
