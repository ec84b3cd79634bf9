import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { type Language, languages, translate } from '../../../text/catalogue.js';
import type { ApplicationFile, FileFigure } from '../file/application-file.queries.js';
import { categoryRules } from '../file/category-rules.js';
import { figureKind, figureLabel, figureText } from '../file/figure-display.js';
import { figureTexts } from '../file/file.page.js';
import { checklistKeys } from '../verification/checklist.js';
import { figuresToVerify } from '../verification/open-figures.js';
import { typedValue } from '../verification/typed-value.js';

/** What the table shows of one figure. */
export interface FigureRow {
  readonly key: string;
  readonly stored: FileFigure | null;
  readonly label: string;
  readonly claimed: string;
  readonly verdict: string;
  readonly value: string;
  readonly reason: string;
}

export function verdictText(key: string, verdict: string | null, language: Language): string {
  const kind = figureKind(key) === 'tick' ? 'tick' : 'verdict';
  return verdict ? translate(language, `review.${kind}.${verdict}`) : '';
}

/** Everything in a file that wants a verdict, in words. */
export function figureRows(
  file: ApplicationFile,
  rules: RuleSet,
  lang: Language,
): readonly FigureRow[] {
  const texts = figureTexts(file, rules, { lang, t: (key, said) => translate(lang, key, said) });
  const { ticked } = checklistKeys(categoryRules(rules, file.head.categoryCode));
  const figures = new Map(file.figures.map((figure) => [figure.key, figure]));
  return figuresToVerify(file, ticked).map((key) => {
    const stored = figures.get(key) ?? null;
    return {
      key,
      stored,
      label: figureLabel(key, texts),
      claimed: stored?.claimed ? figureText(key, stored.claimed, texts) : '',
      verdict: verdictText(key, stored?.verdict ?? null, lang),
      value: typedValue(key, stored),
      reason: stored?.reason ?? '',
    };
  });
}

const READ = new Map(
  languages.flatMap((language) =>
    (['verdict', 'tick'] as const).flatMap((kind) =>
      (['Accepted', 'Reduced', 'Rejected'] as const)
        .filter((verdict) => kind === 'verdict' || verdict !== 'Reduced')
        .map((verdict) => [plain(translate(language, `review.${kind}.${verdict}`)), verdict]),
    ),
  ),
);

/** The verdict that a cell names in either language; null for none. */
export function readVerdict(text: string): string | null {
  return READ.get(plain(text)) ?? null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
