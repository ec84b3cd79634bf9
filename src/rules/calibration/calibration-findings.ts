import type { Calibration } from './calibrate-scores.js';
import type { Rating } from './rating.js';

/** A sentence for the reader of a calibration: a locale key with its variables. */
export interface CalibrationFinding {
  readonly code:
    | 'calibration.finding.completeDesign'
    | 'calibration.finding.noJudgeVariance'
    | 'calibration.finding.noEntryVariance'
    | 'calibration.finding.applied';
  readonly variables: Readonly<Record<string, number>>;
}

/**
 * What a calibration did to the ranking and why. When every judge scored every entry equally often a
 * judge's severity moves all entries by the same amount, and shrinking keeps the order of the means.
 */
export function calibrationFindings(
  ratings: readonly Rating[],
  calibration: Calibration,
): readonly CalibrationFinding[] {
  const { variance, entries, judges } = calibration;
  const findings: CalibrationFinding[] = [];
  if (everyPairEquallyOften(ratings, entries.length * judges.length))
    findings.push({
      code: 'calibration.finding.completeDesign',
      variables: { entries: entries.length, judges: judges.length },
    });
  if (variance.judge === 0)
    findings.push({ code: 'calibration.finding.noJudgeVariance', variables: {} });
  if (variance.entry === 0)
    findings.push({ code: 'calibration.finding.noEntryVariance', variables: {} });
  if (findings.length > 0) return findings;
  const shifts = entries.map((entry) => Math.abs(entry.adjusted - entry.mean));
  return [
    {
      code: 'calibration.finding.applied',
      variables: { largestShift: shifts.reduce((most, shift) => Math.max(most, shift), 0) },
    },
  ];
}

function everyPairEquallyOften(ratings: readonly Rating[], pairs: number): boolean {
  const counts = new Map<string, number>();
  for (const { entry, judge } of ratings) {
    const pair = JSON.stringify([entry, judge]);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts.size === pairs && new Set(counts.values()).size === 1;
}
