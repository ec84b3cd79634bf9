import type { LineSentence } from '../../rules/scoring/computation.js';
import { type Ranges, computationOf, partsOf, rangesOf } from '../../rules/scoring/computations.js';
import { isWhole } from '../../rules/scoring/find-band.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CategoryRules } from '../../rules/scoring/rule-set.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import type { Scoring } from '../../rules/scoring/scoring.js';
import { formatHundredths, formatNumber } from '../../text/format.js';
import type { PageContext } from '../../web/page-context.js';

export interface IndicatorView {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  readonly type: string;
  /** Condition and points, best first. */
  readonly lines: readonly { readonly text: string; readonly points: string }[];
}

export interface DimensionView {
  readonly caption: string;
  readonly indicators: readonly IndicatorView[];
}

export function dimensionViews(
  category: CategoryRules,
  context: PageContext,
): readonly DimensionView[] {
  return category.rubric.map((dimension) => ({
    caption: context.t('programmes.rubric.dimension', {
      name: ruleText(dimension.name, context),
      points: trimZeros(sum(dimension.indicators)),
    }),
    indicators: dimension.indicators.map((indicator) => indicatorView(indicator, context)),
  }));
}

export function indicatorView(indicator: Indicator, context: PageContext): IndicatorView {
  return {
    code: indicator.code,
    name: ruleText(indicator.name, context),
    weight: trimZeros(indicator.weight),
    type: context.t(`programmes.indicatorType.${indicator.type}`),
    lines: scoringLines(indicator.scoring, context),
  };
}

export function ruleText(text: RuleText, { lang }: PageContext): string {
  return lang === 'zh-CN' ? text.zh : text.en;
}

/** Points as people write them: 7, 4.5. */
export function trimZeros(hundredths: number): string {
  return formatHundredths(hundredths).replace(/\.?0+$/, '');
}

type Lines = IndicatorView['lines'];
type Context = PageContext;

function scoringLines(scoring: Scoring, context: Context): Lines {
  if (scoring.kind === 'anchors') {
    return scoring.anchors.map(({ text, points }) => ({
      text: ruleText(text, context),
      points: trimZeros(points),
    }));
  }
  return partsOf(scoring).flatMap((part) => {
    const ranges = rangesOf(part);
    return [
      ...(ranges ? bandLines(ranges, context) : []),
      ...(computationOf(part).lines?.(part) ?? []).map(({ text, points }) => ({
        text: 'key' in text ? sentence(text, context) : ruleText(text, context),
        points: trimZeros(points),
      })),
    ];
  });
}

function sentence({ key, variables = {} }: LineSentence, context: Context): string {
  const said = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === 'object' ? ruleText(value, context) : value,
  ]);
  return context.t(`programmes.scoring.${key}`, Object.fromEntries(said));
}

function bandLines({ bands, unit, closed }: Ranges, { t }: Context): Lines {
  const edge = (value: number | undefined) =>
    value === undefined
      ? ''
      : t(`programmes.edge.${unit}`, {
          value: isWhole(unit) ? formatNumber(value) : trimZeros(value),
        });
  return bands.map((band) => {
    const shape = `${band.low === undefined ? '' : 'Low'}${band.high === undefined ? '' : 'High'}`;
    const range = t(`programmes.band.${closed}${shape}`, {
      low: edge(band.low),
      high: edge(band.high),
    });
    const text = band.ineligible ? t('programmes.band.ineligible', { range }) : range;
    return { text, points: trimZeros(band.points) };
  });
}

function sum(indicators: readonly Indicator[]): number {
  return indicators.reduce((total, { weight }) => total + weight, 0);
}
