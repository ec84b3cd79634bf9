import { type OwnScore, nearestScores, ownScale } from '../../../rules/rounds/own-scale.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { formatHundredths } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import type { OtherScoresRow } from '../sheet.queries.js';

/** Pixels: of one step of the scale, of one application on it, and of all of them at the most. */
const STEP = 18;
const ONE = 7;
const HIGHEST = 42;
const FOOT = 22;
const NEAREST = 4;

/** A judge's other scores for an indicator, drawn on its scale, with the files closest to this one. */
export interface OwnScaleModel {
  readonly summary: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly foot: number;
  /** One path for all: of each step with applications a rectangle on the foot. */
  readonly bars: string;
  readonly here: number | null;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly nearest: readonly { readonly href: string; readonly label: string }[];
}

/** Reads each sheet once, whatever number of indicators asks. */
export function readOthers(rows: readonly OtherScoresRow[]): (code: string) => readonly OwnScore[] {
  const sheets = rows.map(({ id, judgingNumber, scores }) => ({
    sheetId: id,
    number: judgingNumber ?? '',
    scores: JSON.parse(scores) as Readonly<Record<string, number>>,
  }));
  return (code) =>
    sheets.flatMap(({ sheetId, number, scores }) => {
      const points = scores[code];
      return points === undefined ? [] : [{ sheetId, number, points }];
    });
}

export function ownScaleModel(
  { code, weight }: Indicator,
  { others, here }: { others: readonly OwnScore[]; here: number | undefined },
  { t }: PageContext,
): OwnScaleModel | null {
  if (!others.length) return null;
  const marks = ownScale(weight, others, here);
  const most = Math.max(...marks.map(({ others: count }) => count));
  const unit = Math.min(ONE, HIGHEST / most);
  const at = marks.findIndex((mark) => mark.here);
  const given = marks.filter((mark) => mark.others > 0);
  const words = given
    .toReversed()
    .map(({ points, others: count }) =>
      t('judging.sheet.own.mark', { points: formatHundredths(points), count }),
    );
  return {
    summary: t('judging.sheet.own', { count: others.length }),
    label: t('judging.sheet.own.label', { code, marks: words.join(t('design.autosave.comma')) }),
    width: marks.length * STEP,
    height: HIGHEST + FOOT,
    foot: HIGHEST + 1,
    bars: marks
      .flatMap(({ others: count }, place) => (count === 0 ? [] : bar(place, count * unit)))
      .join(''),
    here: at < 0 ? null : at * STEP + STEP / 2,
    ticks: marks.flatMap(({ points }, place) =>
      points % 100 === 0 ? [{ x: place * STEP + STEP / 2, text: String(points / 100) }] : [],
    ),
    nearest:
      here === undefined
        ? []
        : nearestScores(others, here, NEAREST).map(({ sheetId, number, points }) => ({
            href: `/judging/sheets/${sheetId}`,
            label: t('judging.sheet.own.file', { number, points: formatHundredths(points) }),
          })),
  };
}

function bar(place: number, height: number): string {
  const rounded = Math.round(height);
  return `M${place * STEP + 3} ${HIGHEST - rounded}h${STEP - 6}v${rounded}h${6 - STEP}z`;
}
