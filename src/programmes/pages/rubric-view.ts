import { edgeUnit } from '../../rules/scoring/editable-numbers.js';
import type { BandUnit } from '../../rules/scoring/find-band.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { CategoryRules } from '../../rules/scoring/rule-set.js';
import type { RuleText } from '../../rules/scoring/rule-text.js';
import type { Band, Scoring } from '../../rules/scoring/scoring.js';
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
  if ('bands' in scoring) {
    const closed =
      'closed' in scoring ? scoring.closed : scoring.kind === 'complaints' ? 'high' : 'low';
    return [
      ...bandLines(scoring.bands, edgeUnit(scoring), closed, context),
      ...extras(scoring, context),
    ];
  }
  return extras(scoring, context);
}

function bandLines(
  bands: readonly Band[],
  unit: BandUnit,
  closed: 'low' | 'high',
  { t }: Context,
): Lines {
  const edge = (value: number | undefined) =>
    value === undefined
      ? ''
      : t(`programmes.edge.${unit}`, {
          value: unit === 'count' || unit === 'years' ? formatNumber(value) : trimZeros(value),
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

function extras(scoring: Scoring, context: Context): Lines {
  const { t } = context;
  const line = (text: string, points: number) => ({ text, points: trimZeros(points) });
  switch (scoring.kind) {
    case 'anchors':
      return scoring.anchors.map((one) => line(ruleText(one.text, context), one.points));
    case 'ratings':
      return scoring.levelPoints.map((points, i) =>
        line(t('programmes.scoring.level', { level: i + 1 }), points),
      );
    case 'complaints':
      return [line(t('programmes.scoring.unanswered'), -scoring.unansweredPenalty)];
    case 'insuredStaff':
      return scoring.familyWorkersPoints === null
        ? []
        : [line(t('programmes.scoring.familyWorkers'), scoring.familyWorkersPoints)];
    case 'tax':
      return scoring.options.map((one) => line(ruleText(one.name, context), one.points));
    case 'sampling':
      return [
        line(t('programmes.scoring.samplingNone'), scoring.none),
        line(t('programmes.scoring.samplingOne'), scoring.oneRemedied),
      ];
    case 'certifications':
      return [
        ...scoring.types.map((one) => line(ruleText(one.name, context), one.points)),
        line(t('programmes.scoring.best', { best: scoring.best }), scoring.cap),
      ];
    case 'tick':
      return [line(ruleText(scoring.name, context), scoring.points)];
    case 'count':
      return [
        line(
          t('programmes.scoring.each', {
            name: ruleText(scoring.name, context),
            each: trimZeros(scoring.pointsEach),
          }),
          scoring.most,
        ),
      ];
    case 'penalties':
      return [
        line(t('programmes.scoring.start'), scoring.start),
        line(
          t('programmes.scoring.overtime', { seconds: scoring.secondsPerStep }),
          -scoring.stepPenalty,
        ),
        line(t('programmes.scoring.contradiction'), -scoring.contradictionPenalty),
      ];
    case 'sum':
      return scoring.parts.flatMap((part) => scoringLines(part, context));
    default:
      return [];
  }
}

function sum(indicators: readonly Indicator[]): number {
  return indicators.reduce((total, { weight }) => total + weight, 0);
}
