import type { DraftSheet, IndicatorState } from '../../../rules/rounds/draft-sheet.js';
import { indicatorState } from '../../../rules/rounds/draft-sheet.js';
import { HALF_POINT } from '../../../rules/scoring/anchor-points.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { commentRequired } from '../../../rules/scoring/judge-sheet.js';
import type { CommentRule } from '../../../rules/scoring/rule-set.js';
import { formatHundredths } from '../../../text/format.js';
import type { ScoreIndicator } from '../../../web/component-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PinModel } from './pin-model.js';
import type { SheetReading } from '../read-sheet.js';

/** One indicator of the form: open, or a line that says what it has got. */
export interface ScoreStep extends ScoreIndicator {
  readonly open: boolean;
  readonly state: IndicatorState;
  readonly stateWords: string;
  readonly given: string | null;
  /** What a save says this page had shown. */
  readonly seen: string;
  /** The judge's other scores for it; null outside a round. */
  readonly ownHref: string | null;
  /** Null where nothing can be pinned. */
  readonly pins: PinModel | null;
}

export function indicatorLabel(indicator: Indicator, { lang }: Pick<PageContext, 'lang'>): string {
  return `${indicator.code} ${lang === 'en' ? indicator.name.en : indicator.name.zh}`;
}

/** The first with an error, else the first that lacks something. */
export function openedOf(
  { indicators, commentRule }: Pick<SheetReading, 'indicators' | 'commentRule'>,
  draft: DraftSheet,
  errors: readonly FieldError[],
): string | undefined {
  const wrong = indicators.find(({ code }) =>
    errors.some(({ field }) => field === `score-${code}`),
  );
  const open = indicators.find((one) => indicatorState(one, draft, commentRule) !== 'done');
  return (wrong ?? open ?? indicators[0])?.code;
}

export function stepModel(
  indicator: Indicator,
  draft: DraftSheet,
  rule: CommentRule,
  { t }: PageContext,
): Pick<ScoreStep, 'state' | 'stateWords' | 'given'> {
  const points = draft.scores[indicator.code];
  const state = indicatorState(indicator, draft, rule);
  return {
    state,
    stateWords: t(`judging.sheet.step.${state}`),
    given: points === undefined ? null : formatHundredths(points),
  };
}

export function scoreModel(
  indicator: Indicator,
  { draft, rule, error }: { draft: DraftSheet; rule: CommentRule; error: string | null },
  context: PageContext,
): ScoreIndicator {
  const { t, lang } = context;
  const { code, weight, scoring } = indicator;
  const chosen = draft.scores[code];
  const anchors = scoring.kind === 'anchors' ? scoring.anchors : [];
  const choice = (points: number) => ({
    value: String(points),
    points: formatHundredths(points),
    checked: points === chosen,
    needsComment: commentRequired(indicator, points),
  });
  const comment = draft.comments[code] ?? '';
  return {
    name: `score-${code}`,
    label: indicatorLabel(indicator, context),
    weight: formatHundredths(weight),
    error,
    bands: anchors.map(({ points, text }, i) => ({
      ...choice(points),
      digit: i + 1,
      text: lang === 'en' ? text.en : text.zh,
      lesser: halfPointsBetween(points, anchors[i + 1]?.points ?? points).map(choice),
    })),
    commentNeeded: t('judging.sheet.comment.needed', { minimum: rule.minimumCharacters }),
    commentMinimum: rule.minimumCharacters,
    comment: {
      name: `comment-${code}`,
      label: t('judging.sheet.comment'),
      hint: null,
      error: null,
      required: false,
      value: comment,
      rows: 1,
      maxLength: null,
    },
  };
}

/** The grid strictly between two bands, falling; in hundredths. */
function halfPointsBetween(upper: number, lower: number): number[] {
  const steps = Math.max(0, (upper - lower) / HALF_POINT - 1);
  return Array.from({ length: steps }, (_, i) => upper - (i + 1) * HALF_POINT);
}
