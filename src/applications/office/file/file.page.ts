import { type ListedFile, thumbnailOf } from '../../../documents/thumbnail-of.js';
import { claimableIndicators, neededFigures } from '../../../rules/scoring/needed-figures.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import { groupBy } from '../../group-by.js';
import { checklistNames } from '../verification/checklist.js';
import { stateTag, verdictTag } from '../tags.js';
import { categoryRules } from './category-rules.js';
import type { ApplicationFile, FileFigure } from './application-file.queries.js';
import { filePlausibility } from './file-plausibility.js';
import { type FindingText, findingText } from './finding-text.js';
import type { Background } from './plausibility.queries.js';
import {
  type FigureTexts,
  figureLabel,
  figureText,
  neededKey,
  shopLabel,
} from './figure-display.js';

export interface FileModel {
  readonly state: StatusTag;
  /** Receipt number, category and division in one line under the name. */
  readonly identity: string;
  readonly facts: SummaryList;
  readonly shops: readonly {
    readonly label: string;
    readonly url: { readonly href: string } | null;
  }[];
  readonly flags: readonly FindingText[];
  readonly penalty: string | null;
  readonly indicators: readonly FileIndicator[];
  readonly corrections: readonly { readonly text: string; readonly reason: string }[];
  /** Item by item, for the office of the reader. */
  readonly rounds: { readonly href: string } | null;
}

export interface FileIndicator {
  readonly code: string;
  readonly name: string;
  readonly text: string | null;
  /** Asked for, and nothing was given. */
  readonly blank: boolean;
  readonly figures: readonly {
    readonly label: string;
    readonly claimed: string;
    /** Null where the verifier took the figure as it was claimed, or has not read it. */
    readonly verified: string | null;
    readonly verdict: StatusTag | null;
  }[];
  readonly evidence: readonly ListedFile[];
}

/** The file as every office reads it: facts, figures beside their evidence, texts and doubts. */
export function fileModel(
  file: ApplicationFile,
  rules: RuleSet,
  context: PageContext,
  background: Background | null = null,
): FileModel {
  const { t, lang } = context;
  const texts = figureTexts(file, rules, context);
  const { merchant = {}, shops = [] } = file.snapshot;
  const row = (term: string, value: string | null | undefined) =>
    value ? [{ term: t(term), value, action: null }] : [];
  return {
    state: stateTag(file.head.state, t),
    identity: [
      file.head.receiptNumber,
      lang === 'zh-CN' ? file.head.categoryZh : file.head.categoryEn,
      t(`division.${file.head.divisionCode}`),
    ]
      .filter(Boolean)
      .join(' · '),
    facts: {
      rows: [
        ...row('review.file.receipt', file.head.receiptNumber),
        ...row(
          'review.file.category',
          lang === 'zh-CN' ? file.head.categoryZh : file.head.categoryEn,
        ),
        ...row('review.file.division', t(`division.${file.head.divisionCode}`)),
        ...row('review.file.creditCode', merchant.creditCode),
        ...row('review.file.head', merchant.headName),
        ...row('review.file.founded', merchant.foundedOn && formatDay(lang, merchant.foundedOn)),
        ...row('review.file.address', merchant.workingAddress),
        ...row(
          'review.file.submitted',
          file.head.submittedAt && formatInstant(lang, file.head.submittedAt),
        ),
        ...row(
          'review.file.window',
          file.head.windowNumber && t('review.file.windowBy', { number: file.head.windowNumber }),
        ),
      ],
    },
    shops: shops.map((shop) => ({ label: shopLabel(shop, t), url: webAddress(shop.url) })),
    flags: filePlausibility(file, rules.reference.applicationDeadline, background).map((finding) =>
      findingText(finding, texts),
    ),
    penalty: file.answers.penaltySelfReport,
    indicators: indicatorsOf(file, rules, texts),
    rounds: file.corrections.length
      ? {
          href: `${context.actor?.duties.some(({ divisionCode }) => divisionCode) ? '/division/applications' : '/office/screening'}/${file.head.id}/corrections`,
        }
      : null,
    corrections: file.corrections.map((one) => ({
      text: t(one.answeredAt ? 'review.file.corrected' : 'review.file.correcting', {
        date: formatInstant(lang, one.requestedAt),
        due: formatDay(lang, one.dueOn),
        count: one.items.length,
      }),
      reason: one.reason,
    })),
  };
}

export function figureTexts(
  file: ApplicationFile,
  rules: RuleSet,
  { t, lang }: Pick<PageContext, 't' | 'lang'>,
): FigureTexts {
  const shops = file.snapshot.shops ?? [];
  const category = categoryRules(rules, file.head.categoryCode);
  const needed = neededFigures(category, rules.ratings, shops);
  return {
    t,
    lang,
    shops,
    needed: new Map(needed.map((figure) => [figure.key, figure])),
    names: checklistNames(category),
  };
}

/** Figures under the first indicator that computes with them; the rest under the empty code. */
export function figuresByIndicator<F extends Pick<FileFigure, 'key'>>(
  figures: readonly F[],
  { needed }: Pick<FigureTexts, 'needed'>,
): ReadonlyMap<string, readonly F[]> {
  return groupBy(figures, ({ key }) => needed.get(neededKey(key))?.indicators[0] ?? '');
}

function indicatorsOf(
  file: ApplicationFile,
  rules: RuleSet,
  texts: FigureTexts,
): readonly FileIndicator[] {
  const { t, lang } = texts;
  const figures = figuresByIndicator(file.figures, texts);
  const evidence = groupBy(file.evidence, ({ indicator }) => indicator);
  const category = categoryRules(rules, file.head.categoryCode);
  const claimable = new Set(claimableIndicators(category).map(({ code }) => code));
  const indicators = category.rubric
    .flatMap((dimension) => dimension.indicators)
    .filter(({ sheet }) => sheet === 'material')
    .map(({ code, name }) => ({ code, name: lang === 'zh-CN' ? name.zh : name.en }));
  return [...indicators, { code: '', name: t('review.file.others') }]
    .map(({ code, name }) => ({
      code,
      name,
      text: file.answers.texts[code] ?? null,
      blank:
        claimable.has(code) &&
        !file.answers.texts[code] &&
        !evidence.has(code) &&
        !(figures.get(code) ?? []).some(({ claimed }) => claimed !== null),
      figures: (figures.get(code) ?? []).map((figure) => ({
        label: figureLabel(figure.key, texts),
        claimed: figureText(figure.key, figure.claimed, texts),
        verified:
          figure.verdict && figure.verified !== figure.claimed
            ? figureText(figure.key, figure.verified, texts)
            : null,
        verdict: figure.verdict ? verdictTag(figure.verdict, t) : null,
      })),
      evidence: (evidence.get(code) ?? []).map((one) => ({
        label: one.caption || one.name,
        href: `/documents/${one.documentId}`,
        thumbnail: thumbnailOf(one.documentId, one.name),
      })),
    }))
    .filter(
      (one) => one.blank || one.text !== null || one.figures.length > 0 || one.evidence.length > 0,
    );
}

/** Addresses are typed by merchants: only the web's own become links. */
function webAddress(url: string | undefined): { readonly href: string } | null {
  return url && /^https?:\/\//.test(url) ? { href: url } : null;
}
