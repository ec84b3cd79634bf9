import type { ApplicationFile } from '../../../applications/office/file/application-file.queries.js';
import { figureTexts } from '../../../applications/office/file/file.page.js';
import {
  type FigureTexts,
  figureLabel,
  figureText,
} from '../../../applications/office/file/figure-display.js';
import type {
  Reminder,
  ReReviewerProgress,
} from '../../../judging/re-reviews/re-review-sheet.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { mayBeFoundAnew, scoredIndicators } from '../../../rules/rounds/re-review-items.js';
import type { ProgrammeState } from '../../../rules/lifecycle/programme-states.js';
import { mayReopen } from '../../../rules/rounds/re-review-reopening.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { formatDay, formatHundredths } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type { SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldRadios,
  FieldSelect,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { publishesList } from '../../../rules/lifecycle/notice-kinds.js';
import type { DecidedLate } from '../../../rules/rounds/after-publication-work.js';
import { reReviewRuns } from '../../../rules/rounds/re-review-runs.js';
import { type FollowModel, followModel } from './office-objections.page.js';
import type { ObjectionRow, OtherExpert } from '../objection.queries.js';
import type { Outcome } from '../re-review-outcome.js';
import type { PanelRow, ReReviewRow } from '../re-review.queries.js';
import { type ReReviewResults, indicatorNames, reReviewResults } from './re-review-results.js';
import { lateKey, placeFacts } from './re-review-place.js';
import {
  type ExcuseFields,
  type ExpertLine,
  type ReminderModel,
  type VoidFields,
  excuseFields,
  expertLine,
  reminderModel,
  voidFields,
} from './re-review-experts.js';
import { AppointForm, ExcuseForm, OpinionForm, ReplaceForm, VoidForm } from './re-review.form.js';

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
  readonly asked: string | null;
  readonly experts: readonly ExpertLine[];
  readonly opinion: string | null;
  /** Null while a sheet is unsigned: before that nobody can tell what one of them says. */
  readonly results: ReReviewResults | null;
  /** After publication: the place before and with the correction. */
  readonly place: SummaryList | null;
  readonly follow: FollowModel | null;
  readonly summary: ErrorSummary;
  readonly appoint: {
    readonly indicators: FieldCheckboxes;
    readonly figures: FieldCheckboxes | null;
    readonly medium: FieldRadios;
    readonly closesOn: FieldDate;
  } | null;
  readonly replace: FieldSelect | null;
  readonly excuse: ExcuseFields | null;
  readonly voiding: VoidFields | null;
  readonly reminder: ReminderModel | null;
  readonly record: FieldTextarea | null;
}

export interface ReReviewRows {
  readonly objection: ObjectionRow;
  readonly experts: readonly { readonly id: string; readonly name: string }[];
  readonly review: ReReviewRow | null;
  readonly panel: PanelRow | null;
  readonly others: readonly OtherExpert[];
  readonly progress: readonly ReReviewerProgress[];
  readonly outcome: Outcome | null;
  readonly follow: DecidedLate | null;
  readonly reminded: Reminder | null;
  readonly file: ApplicationFile;
  /** State of the programme. */
  readonly programme: ProgrammeState;
  readonly rules: RuleSet;
}

/** First what is to be done, then who is how far and what all of them found, then the form. */
export function reReviewPage(rows: ReReviewRows, sent: Submitted<object>) {
  return (context: PageContext): ReReviewPage => {
    const { t, actor } = context;
    const { objection, review, file, panel, outcome } = rows;
    const texts = figureTexts(file, rows.rules, context);
    const application = file.head.state;
    const late = publishesList(objection.noticeKind);
    const open = panel
      ? reReviewRuns({ application, openLate: panel.openLate === 1 })
      : late || applicationIn.inReview.has(application);
    const registrar = holds(actor, 'CityRegistrar');
    const may = open && registrar;
    const mayVoid = registrar && (open || mayReopen({ application, programme: rows.programme }));
    const gone = rows.progress.some(
      ({ state, expertId }) =>
        sheetIn.voided.has(state) && rows.experts.some(({ id }) => id === expertId),
    );
    const draw = (form: new () => object) =>
      context.draw(sent.form === form ? sent : unsentForm(form));
    return {
      title: t('awards.reReview.title', { receipt: objection.receiptNumber }),
      breadcrumbs: [
        { label: t('awards.objections.title'), href: '/office/objections' },
        { label: objection.receiptNumber, href: `/office/objections/${objection.id}` },
        { label: t('awards.reReview.short'), href: null },
      ],
      id: objection.id,
      merchant: file.head.merchantName,
      next: t(may && gone ? 'awards.reReview.next.replace' : nextKey(open, rows)),
      categoryId: file.head.categoryId,
      asked: panel && askedText(panel, rows, texts, context),
      experts: panel
        ? rows.progress.map((one) => expertLine(one, panel, context))
        : rows.experts.map(({ name }) => ({ label: '', name, status: null, note: '' })),
      opinion: review?.opinion ?? null,
      results: resultsOf(rows, texts),
      place: review?.place ? placeFacts(context, review.place) : null,
      follow: followModel(context, rows.follow),
      summary: context.draw(sent).summary,
      appoint: may && !panel ? appointFields(draw(AppointForm), rows, texts) : null,
      replace:
        may && panel && gone
          ? draw(ReplaceForm).select(
              'expertId',
              rows.others.map(({ id, name, field }) => ({
                value: id,
                label: t('awards.reReview.otherOption', { name, field }),
              })),
            )
          : null,
      excuse: may && panel ? excuseFields(draw(ExcuseForm), rows.progress, t) : null,
      voiding: mayVoid && panel ? voidFields(draw(VoidForm), rows.progress, t) : null,
      reminder: may && panel ? reminderModel(rows.reminded, rows.progress, context) : null,
      // While a sheet may fall, the opinion that is on record is not written anew.
      record:
        may && outcome && !(review && isToFall(rows))
          ? draw(OpinionForm).textarea('opinion')
          : null,
    };
  };
}

function isToFall({ progress }: ReReviewRows): boolean {
  return progress.some(({ proposed }) => proposed > 0);
}

function nextKey(open: boolean, rows: ReReviewRows): string {
  const { review, panel, outcome } = rows;
  if (open && outcome && isToFall(rows)) return 'awards.reReview.next.decide';
  if (open && review) return 'awards.reReview.next.lock';
  if (open && outcome) return 'awards.reReview.next.record';
  if (open) return panel ? 'awards.reReview.next.wait' : 'awards.reReview.next.appoint';
  if (review?.place) return lateKey(review.place, rows.follow !== null);
  if (isToFall(rows)) return 'awards.reReview.next.unlock';
  return review?.noticeId ? 'awards.reReview.next.done' : 'awards.reReview.next.list';
}

function askedText(
  { indicators, figures, onPaper, closesOn }: PanelRow,
  rows: ReReviewRows,
  texts: FigureTexts,
  { t, lang }: PageContext,
): string {
  const names = indicatorNames(rows, texts);
  const items = [...indicators.map(names), ...figures.map((key) => figureLabel(key, texts))];
  return t(onPaper === 1 ? 'awards.reReview.askedOnPaper' : 'awards.reReview.askedOnScreen', {
    items: items.join(t('navigation.listComma')),
    day: formatDay(lang, closesOn),
  });
}

/** Of a re-review from before experts had sheets: what was written down of it. */
function resultsOf(rows: ReReviewRows, texts: FigureTexts): ReReviewResults | null {
  const { outcome, review } = rows;
  const earlier = review && { figures: review.figures, scores: review.scores, sheets: [] };
  const found = outcome ?? earlier;
  return found && reReviewResults(found, rows, texts);
}

function appointFields(
  drawn: ReturnType<PageContext['draw']>,
  { file, rules }: ReReviewRows,
  texts: FigureTexts,
): ReReviewPage['appoint'] {
  const { t, lang } = texts;
  const figures = file.figures
    .filter(({ verdict, key }) => verdict !== null && mayBeFoundAnew(key))
    .map(({ key, verified }) => ({
      value: key,
      label: t('awards.reReview.figureNow', {
        figure: figureLabel(key, texts),
        value: figureText(key, verified, texts),
      }),
    }));
  return {
    indicators: drawn.checkboxes(
      'indicators',
      scoredIndicators(rules, file.head.categoryCode).map(({ code, name, weight }) => ({
        value: code,
        label: t('awards.reReview.indicatorOption', {
          code,
          name: lang === 'zh-CN' ? name.zh : name.en,
          most: formatHundredths(weight),
        }),
      })),
    ),
    figures: figures.length ? drawn.checkboxes('figures', figures) : null,
    medium: drawn.radios('medium'),
    closesOn: drawn.date('closesOn'),
  };
}
