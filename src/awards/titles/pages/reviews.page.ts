import { beijingDate, daysBetween } from '../../../rules/calendar/beijing-time.js';
import {
  type ReviewMark,
  type ReviewPart,
  reviewMarks,
  reviewProposal,
} from '../../../rules/titles/review-findings.js';
import { formatDay } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldDate, FieldText } from '../../../web/field-models.js';
import { holds } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { typedTexts } from '../../../web/forms/parse-value.js';
import type { Tone } from '../../../web/layout-model.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ReviewRow } from '../reviews/title-review.queries.js';
import { BatchCheckForm } from './reviews.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-reviews': ReviewsPage;
  }
}

export interface ReviewsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly number: string;
    readonly name: string;
    readonly choosable: boolean;
    readonly chosen: boolean;
    readonly marks: readonly (StatusTag & { readonly term: string })[];
    readonly due: string;
    readonly late: string | null;
    readonly next: string;
  }[];
  readonly action: string;
  readonly anyChoosable: boolean;
  readonly checking: { readonly asOf: FieldDate; readonly source: FieldText } | null;
  readonly confirming: boolean;
}

const parts: readonly ReviewPart[] = ['annualReturn', 'credit', 'eligibility', 'complaints'];
const tones: Readonly<Record<ReviewMark, Tone>> = {
  good: 'good',
  open: 'neutral',
  fault: 'attention',
};

/** All open reviews in one view: the verifier checks, the registrar confirms, many at once. */
export function reviewsPage(rows: readonly ReviewRow[], sent: Submitted<object> | null) {
  return (context: PageContext): ReviewsPage => {
    const { t, lang, actor, now } = context;
    const checking = holds(actor, 'Verifier');
    const confirming = !checking && holds(actor, 'CityRegistrar');
    const summary = sent ? context.draw(sent).summary : { errors: [] };
    const drawn = context.draw(checking && sent ? sent : unsentForm(BatchCheckForm));
    const today = beijingDate(now);
    const chosen = sent ? typedTexts(sent.typed, 'titleIds') : [];
    const models = rows.map((row) => {
      const marks = reviewMarks(row);
      const proposal = reviewProposal(row);
      const mine = row.checkedBy !== actor?.accountId;
      const choosable =
        (checking && proposal === 'check') || (confirming && proposal === 'confirm' && mine);
      return {
        id: row.titleId,
        href: `/office/titles/${row.titleId}`,
        number: row.certificateNumber,
        name: row.merchantName,
        choosable,
        chosen: chosen.includes(row.titleId),
        marks: parts.map((part) => ({
          term: t(`awards.review.column.${part}`),
          label: t(`awards.review.mark.${part}.${marks[part]}`),
          tone: tones[marks[part]],
        })),
        due: formatDay(lang, row.dueOn),
        late:
          row.dueOn < today
            ? t('awards.work.daysLate', { days: daysBetween(row.dueOn, today) })
            : null,
        next: t(`awards.review.next.${proposal}`),
      };
    });
    return {
      title: t('awards.reviews.title'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('awards.titles.title'), href: '/office/titles' },
        { label: t('awards.reviews.title'), href: null },
      ],
      summary,
      rows: models,
      action: checking ? 'checks' : 'confirmations',
      anyChoosable: models.some(({ choosable }) => choosable),
      checking: checking
        ? { asOf: drawn.date('creditAsOf'), source: drawn.text('creditSource', 'full') }
        : null,
      confirming,
    };
  };
}
