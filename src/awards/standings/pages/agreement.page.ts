import { seatInWords } from '../../../rules/rounds/seat-in-words.js';
import type { AgreementReport } from '../../../rules/agreement/agreement-report.js';
import type { Calibration } from '../../../rules/calibration/calibrate-scores.js';
import type { SheetAnalysis, Undefined } from '../../../rules/ranking/analyse-standings.js';
import type { PageContext } from '../../../web/page-context.js';
import type { AnalysedStandings } from '../analysis.queries.js';
import { type AnalysisFrame, analysisFrame } from './analysis-frame.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/agreement': AgreementPage;
  }
}

export interface AgreementPage extends AnalysisFrame {
  readonly sheets: readonly SheetModel[];
}

interface SheetModel {
  readonly sheet: string;
  readonly name: string;
  readonly findings: readonly string[];
  readonly variance: readonly VarianceRow[];
  readonly judges: readonly JudgeRow[];
  readonly entries: readonly EntryRow[];
  readonly coefficients: readonly CoefficientRow[];
  /** Why there is no coefficient at all. */
  readonly undefinedAgreement: string | null;
}

interface VarianceRow {
  readonly source: string;
  readonly variance: string;
  readonly share: string;
  readonly meaning: string;
}

interface JudgeRow {
  readonly seat: string;
  readonly sheets: number;
  readonly severity: string;
  readonly se: string;
  readonly reading: string;
}

interface EntryRow {
  readonly merchant: string;
  readonly receipt: string;
  readonly sheets: number;
  readonly mean: string;
  readonly adjusted: string;
  readonly se: string;
}

interface CoefficientRow {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly meaning: string;
}

/** Two-sided 5 % of the standard normal distribution. */
const NOTABLE = 1.96;

export function agreementPage(standings: AnalysedStandings) {
  return (context: PageContext): AgreementPage => {
    const names = new Map(standings.rows.map(({ receipt, merchant }) => [receipt, merchant]));
    const sheets = standings.job?.result?.sheets ?? [];
    return {
      ...analysisFrame(context, standings, 'agreement'),
      sheets: sheets.map((sheet) => sheetModel(context, sheet, names)),
    };
  };
}

function sheetModel(
  context: PageContext,
  { sheet, calibration, findings, agreement }: SheetAnalysis,
  names: ReadonlyMap<string, string>,
): SheetModel {
  const { t } = context;
  const calibrated = isUndefined(calibration) ? null : calibration;
  return {
    sheet,
    name: t(`awards.sheet.${sheet}`),
    findings: isUndefined(calibration)
      ? [t(calibration.reason, calibration.variables)]
      : findings.map(({ code, variables }) => t(code, variables)),
    variance: calibrated ? varianceRows(context, calibrated) : [],
    judges: calibrated ? judgeRows(context, calibrated) : [],
    entries: (calibrated?.entries ?? [])
      .toSorted((a, b) => b.adjusted - a.adjusted || (a.id < b.id ? -1 : 1))
      .map(({ id, n, mean, adjusted, se }) => ({
        merchant: names.get(id) ?? '',
        receipt: id,
        sheets: n,
        mean: mean.toFixed(2),
        adjusted: adjusted.toFixed(2),
        se: se.toFixed(2),
      })),
    coefficients: isUndefined(agreement) ? [] : coefficientRows(context, agreement),
    undefinedAgreement: isUndefined(agreement) ? t(agreement.reason, agreement.variables) : null,
  };
}

function isUndefined(value: object): value is Undefined {
  return 'reason' in value;
}

function varianceRows({ t }: PageContext, { variance }: Calibration): readonly VarianceRow[] {
  const total = variance.entry + variance.judge + variance.residual;
  return (['entry', 'judge', 'residual'] as const).map((source) => ({
    source: t(`awards.agreement.source.${source}`),
    variance: variance[source].toFixed(4),
    share: `${((100 * variance[source]) / total).toFixed(1)}%`,
    meaning: t(`awards.agreement.source.${source}.meaning`),
  }));
}

function judgeRows({ t }: PageContext, { judges }: Calibration): readonly JudgeRow[] {
  return judges
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map(({ id, n, severity, se }) => {
      const notable = Math.abs(severity) > NOTABLE * se;
      const reading = notable ? (severity > 0 ? 'strict' : 'lenient') : 'unremarkable';
      return {
        seat: t('awards.ranking.seat', seatInWords(Number(id))),
        sheets: n,
        severity: severity.toFixed(2),
        se: se.toFixed(2),
        reading: t(`awards.agreement.reading.${reading}`),
      };
    });
}

function coefficientRows(
  { t }: PageContext,
  { krippendorffAlpha, kendallW, kendallTest, icc, iccIntervals, reasons }: AgreementReport,
): readonly CoefficientRow[] {
  const row = (name: string, value: number | null, reason = '', interval = '') => ({
    name: t(`awards.agreement.coefficient.${name}`),
    value: value === null ? t('awards.agreement.none') : value.toFixed(3),
    interval,
    meaning: value === null ? t(reason) : t(`awards.agreement.coefficient.${name}.meaning`),
  });
  const forms = Object.keys(icc) as (keyof typeof icc)[];
  return [
    row('alpha', krippendorffAlpha, reasons.krippendorffAlpha),
    ...(reasons.icc
      ? [row('icc', null, reasons.icc)]
      : forms.map((form) => {
          const limits = iccIntervals[form];
          const interval = limits ? `${limits.lower.toFixed(3)}–${limits.upper.toFixed(3)}` : '';
          return row(form, icc[form], '', interval);
        })),
    row(
      'kendallW',
      kendallW,
      reasons.kendallW,
      kendallTest ? t('awards.agreement.pValue', { p: kendallTest.pValue.toFixed(4) }) : '',
    ),
  ];
}
