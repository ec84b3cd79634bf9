import type { ApplicationFile } from '../../../applications/office/file/application-file.queries.js';
import { figureTexts } from '../../../applications/office/file/file.page.js';
import {
  type FigureTexts,
  figureLabel,
  figureText,
} from '../../../applications/office/file/figure-display.js';
import { roundSheet } from '../../../rules/rounds/round-sheet.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatHundredths } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type {
  ErrorSummary,
  FieldNumber,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ObjectionRow } from '../objection.queries.js';
import type { ReReviewRow } from '../re-review.queries.js';
import type { ReReviewForm } from './re-review.form.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/re-review': ReReviewPage;
  }
}

export interface ReReviewPage extends PageFrame {
  readonly id: string;
  readonly merchant: string;
  readonly next: string;
  readonly categoryId: string;
  readonly experts: readonly string[];
  readonly opinion: string | null;
  readonly corrections: readonly { what: string; before: string; after: string }[];
  readonly summary: ErrorSummary;
  readonly form: {
    readonly opinion: FieldTextarea;
    readonly figure: FieldSelect;
    readonly verdict: FieldRadios;
    readonly value: FieldText;
    readonly indicator: FieldSelect;
    readonly points: readonly FieldNumber[];
  } | null;
}

export interface ReReviewRows {
  readonly objection: ObjectionRow;
  readonly experts: readonly { readonly name: string }[];
  readonly review: ReReviewRow | null;
  readonly file: ApplicationFile;
  readonly rules: RuleSet;
}

/** What the experts found: first what is to be done, then what is on record, then the form. */
export function reReviewPage(rows: ReReviewRows, sent: Submitted<ReReviewForm>) {
  return (context: PageContext): ReReviewPage => {
    const { t, actor } = context;
    const { objection, review, file } = rows;
    const texts = figureTexts(file, rows.rules, context);
    const open = applicationIn.inReview.has(file.head.state) && !review?.lockId;
    return {
      title: t('awards.reReview.title', { receipt: objection.receiptNumber }),
      breadcrumbs: [
        { label: t('awards.objections.title'), href: '/office/objections' },
        { label: objection.receiptNumber, href: `/office/objections/${objection.id}` },
        { label: t('awards.reReview.short'), href: null },
      ],
      id: objection.id,
      merchant: file.head.merchantName,
      next: t(nextKey(open, review)),
      categoryId: file.head.categoryId,
      experts: rows.experts.map(({ name }) => name),
      opinion: review?.opinion ?? null,
      corrections: review ? corrections(review, rows, texts) : [],
      summary: context.draw(sent).summary,
      form: open && holds(actor, 'CityRegistrar') ? form(context, rows, texts, sent) : null,
    };
  };
}

function nextKey(open: boolean, review: ReReviewRow | null): string {
  if (open) return review ? 'awards.reReview.next.lock' : 'awards.reReview.next.record';
  return review?.noticeId ? 'awards.reReview.next.done' : 'awards.reReview.next.list';
}

function corrections(review: ReReviewRow, { rules, file }: ReReviewRows, texts: FigureTexts) {
  const figures = review.figures.map(({ key, before, after }) => ({
    what: figureLabel(key, texts),
    before: figureText(key, before, texts),
    after: figureText(key, after, texts),
  }));
  const names = new Map(indicators(rules, file, texts).map((one) => [one.value, one.label]));
  const scores = review.scores.map(({ indicator, before, after }) => ({
    what: names.get(indicator) ?? indicator,
    before: Object.values(before).map(formatHundredths).join(' · '),
    after: formatHundredths(after),
  }));
  return [...figures, ...scores];
}

function form(
  context: PageContext,
  rows: ReReviewRows,
  texts: FigureTexts,
  sent: Submitted<ReReviewForm>,
): ReReviewPage['form'] {
  const drawn = context.draw(sent);
  const select = (name: string, options: readonly { value: string; label: string }[]) => {
    const field = drawn.text(name);
    return {
      ...field,
      placeholder: context.t('awards.reReview.unchanged'),
      options: options.map((one) => ({ ...one, selected: one.value === field.value })),
    };
  };
  return {
    opinion: drawn.textarea('opinion'),
    figure: select(
      'figure',
      rows.file.figures
        .filter(({ verdict }) => verdict !== null)
        .map(({ key, verified }) => ({
          value: key,
          label: context.t('awards.reReview.figureNow', {
            figure: figureLabel(key, texts),
            value: figureText(key, verified, texts),
          }),
        })),
    ),
    verdict: drawn.radios('verdict'),
    value: drawn.text('value'),
    indicator: select('indicator', indicators(rows.rules, rows.file, texts)),
    points: rows.experts.map((_, index) => drawn.number(`expert${index + 1}`)),
  };
}

function indicators(rules: RuleSet, { head }: ApplicationFile, { t, lang }: FigureTexts) {
  return (['material', 'defence'] as const)
    .flatMap((kind) => roundSheet(rules, head.categoryCode, kind)?.indicators ?? [])
    .map(({ code, name, weight }) => ({
      value: code,
      label: t('awards.reReview.indicatorOption', {
        code,
        name: lang === 'zh-CN' ? name.zh : name.en,
        most: formatHundredths(weight),
      }),
    }));
}
