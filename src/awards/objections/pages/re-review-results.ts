import {
  type FigureTexts,
  figureLabel,
  figureText,
} from '../../../applications/office/file/figure-display.js';
import { scoredIndicators } from '../../../rules/rounds/re-review-items.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatHundredths } from '../../../text/format.js';
import type { Outcome } from '../re-review-outcome.js';

export interface ReReviewResults {
  readonly rows: readonly { what: string; before: string; given: string; after: string }[];
  readonly words: readonly { who: string; what: string; text: string }[];
}

export interface ResultRules {
  readonly rules: RuleSet;
  readonly file: { readonly head: { readonly categoryCode: string } };
}

/** What each found, what it was before, and what counts. */
export function reReviewResults(
  { figures, scores, sheets }: Outcome,
  rules: ResultRules,
  texts: FigureTexts,
): ReReviewResults {
  const { t } = texts;
  const names = indicatorNames(rules, texts);
  const given = (values: readonly string[]) => values.join(' · ');
  return {
    rows: [
      ...figures.map(({ key, before, after }) => ({
        what: figureLabel(key, texts),
        before: figureText(key, before, texts),
        given: given(
          sheets.map(({ findings }) => figureText(key, findings[key]?.verified ?? null, texts)),
        ),
        after: figureText(key, after, texts),
      })),
      ...scores.map((one) => ({
        what: names(one.indicator),
        before: given(Object.values(one.before).map(formatHundredths)),
        given: given(one.given.map(formatHundredths)),
        after: formatHundredths(one.after),
      })),
    ],
    words: sheets.flatMap(({ number, comments }) =>
      Object.entries(comments).map(([item, text]) => ({
        who: t('awards.reReview.expert', { number }),
        what: item in sheets[0]!.findings ? figureLabel(item, texts) : names(item),
        text,
      })),
    ),
  };
}

export function indicatorNames(
  { rules, file }: ResultRules,
  { lang }: FigureTexts,
): (code: string) => string {
  const known = scoredIndicators(rules, file.head.categoryCode);
  return (code) => {
    const name = known.find((one) => one.code === code)?.name;
    return name ? `${code} ${lang === 'zh-CN' ? name.zh : name.en}` : code;
  };
}
