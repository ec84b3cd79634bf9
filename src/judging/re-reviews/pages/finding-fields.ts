import type { FigureRow } from '../../../applications/figures-of.js';
import {
  type FigureTexts,
  figureKind,
  figureLabel,
  figureText,
} from '../../../applications/office/file/figure-display.js';
import type { SnapshotShop } from '../../../applications/office/file/snapshot.js';
import { checklistNames } from '../../../applications/office/verification/checklist.js';
import type { FigureFinding } from '../../../rules/rounds/re-review-result.js';
import { categoryRules } from '../../../rules/scoring/category-sheets.js';
import { neededFigures } from '../../../rules/scoring/needed-figures.js';
import type { CategoryCode, RuleSet } from '../../../rules/scoring/rule-set.js';
import type { FieldRadios, FieldText, FieldTextarea } from '../../../web/field-models.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { TypedFinding } from '../read-draft.js';
import type { ReReviewSheetRow } from '../re-review-sheet.queries.js';

/** One figure on a sheet: what was filed and verified, and the fields of what the expert finds. */
export interface FindingField {
  readonly label: string;
  readonly claimed: string;
  readonly verified: string;
  /** What was saved, in words. */
  readonly given: string;
  readonly verdict: FieldRadios;
  readonly value: FieldText | null;
  readonly reason: FieldTextarea;
}

export function readFindings(figures: readonly FigureRow[], raw: RawForm): TypedFinding[] {
  const typed = (name: string) => (typedTexts(raw, name)[0] ?? '').trim();
  return figures.map(({ key }) => ({
    key,
    verdict: typed(`verdict.${key}`),
    value: typed(`value.${key}`),
    reason: typed(`reason.${key}`),
  }));
}

/** A saved finding as it was typed. */
export function typedFindings(
  findings: Readonly<Record<string, FigureFinding>>,
  comments: Readonly<Record<string, string>>,
): TypedFinding[] {
  return Object.entries(findings).map(([key, { verdict, verified }]) => ({
    key,
    verdict,
    value: verdict === 'Reduced' && verified !== null ? typedValue(key, verified) : '',
    reason: comments[key] ?? '',
  }));
}

export function findingField(
  { key, claimed, verified }: FigureRow,
  typed: readonly TypedFinding[],
  errors: readonly FieldError[],
  texts: FigureTexts,
): FindingField {
  const { t } = texts;
  const one = typed.find((each) => each.key === key);
  const isTick = figureKind(key) === 'tick';
  const label = figureLabel(key, texts);
  const errorOf = (part: string) => {
    const error = errors.find(({ field }) => field === `${part}.${key}`);
    return error ? t(error.code, error.variables) : null;
  };
  const options = isTick ? ['Accepted', 'Rejected'] : ['Accepted', 'Reduced', 'Rejected'];
  const common = { hint: null, required: false };
  return {
    label,
    claimed: figureText(key, claimed, texts),
    verified: figureText(key, verified, texts),
    given: one ? givenText(key, claimed, one, texts) : '',
    verdict: {
      ...common,
      name: `verdict.${key}`,
      label: t('judging.reReview.finding'),
      error: errorOf('verdict'),
      required: true,
      inline: false,
      options: options.map((value) => ({
        value,
        label: t(isTick ? `review.tick.${value}` : `review.verdict.${value}`),
        selected: value === one?.verdict,
        hint: null,
      })),
    },
    value: isTick
      ? null
      : {
          ...common,
          name: `value.${key}`,
          label: t('judging.reReview.value'),
          hint: t('judging.reReview.value.hint'),
          error: errorOf('value'),
          type: 'text',
          value: one?.value ?? '',
          autocomplete: null,
          maxLength: null,
          width: 'short',
        },
    reason: {
      ...common,
      name: `reason.${key}`,
      label: t('review.verdict.reasonLabel'),
      error: errorOf('reason'),
      value: one?.reason ?? '',
      rows: 2,
      maxLength: null,
    },
  };
}

/** Sentences about a figure name it; the rule that found the fault knows its key only. */
export function labelled(errors: readonly FieldError[], texts: FigureTexts): FieldError[] {
  return errors.map((error) => {
    const [, key] = /^(?:verdict|value|reason)\.(.+)$/.exec(error.field) ?? [];
    if (key === undefined) return error;
    return { ...error, variables: { ...error.variables, field: figureLabel(key, texts) } };
  });
}

/** Words for the figures of one application; where names are hidden, shops are numbered. */
export function textsOf(
  rules: RuleSet,
  row: Pick<ReReviewSheetRow, 'code' | 'snapshot' | 'blind'>,
  { t, lang }: PageContext,
): FigureTexts {
  const { shops = [] } = JSON.parse(row.snapshot ?? '{}') as { shops?: readonly SnapshotShop[] };
  const shown = shops.map((shop, at) =>
    row.blind === 1 ? { ...shop, shopName: t('judging.reReview.shop', { number: at + 1 }) } : shop,
  );
  const category = categoryRules(rules, row.code as CategoryCode);
  const needed = neededFigures(category, rules.ratings, shops);
  return {
    t,
    lang,
    shops: shown,
    needed: new Map(needed.map((figure) => [figure.key, figure])),
    names: checklistNames(category),
  };
}

function givenText(
  key: string,
  claimed: string | null,
  { verdict, value }: TypedFinding,
  texts: FigureTexts,
): string {
  const { t } = texts;
  if (figureKind(key) === 'tick') return verdict === '' ? '' : t(`review.tick.${verdict}`);
  if (verdict === 'Accepted') return figureText(key, claimed, texts);
  return verdict === 'Rejected' ? t('review.verdict.Rejected') : value;
}

function typedValue(key: string, verified: string): string {
  const kind = figureKind(key);
  if (kind === 'wan' || kind === 'percent' || kind === 'rating') {
    return (Number(verified) / 100).toFixed(2);
  }
  return verified.split('|').at(-1) ?? '';
}
