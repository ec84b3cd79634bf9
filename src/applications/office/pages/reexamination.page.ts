import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { EmptyState, StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ReexaminationRow } from '../reexamination/reexamination.queries.js';
import { ReexaminationDecisionForm } from './reexamination.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/re-examinations': ReexaminationsPage;
  }
}

export interface ReexaminationsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly open: number;
  readonly empty: EmptyState;
  readonly requests: readonly {
    readonly id: string;
    readonly merchant: string;
    readonly division: string;
    readonly statement: string;
    readonly declineReason: string;
    readonly requestedAt: string;
    readonly due: string;
    readonly answered: StatusTag | null;
    readonly reply: string | null;
    readonly form: { readonly decision: FieldRadios; readonly reply: FieldTextarea } | null;
  }[];
}

export function reexaminationsPage(
  rows: readonly ReexaminationRow[],
  sent: { readonly id: string; readonly form: Submitted<ReexaminationDecisionForm> } | null = null,
) {
  return ({ t, lang, draw, actor }: PageContext): ReexaminationsPage => ({
    title: t('review.reexamination.title'),
    breadcrumbs: [
      { label: t('navigation.office'), href: '/office' },
      { label: t('review.reexamination.title'), href: null },
    ],
    summary: sent ? draw(sent.form, sent.id).summary : { errors: [] },
    open: rows.filter(({ decision }) => decision === null).length,
    empty: {
      title: t('review.reexamination.empty'),
      text: t('review.reexamination.empty.text'),
      action: null,
    },
    requests: rows.map((row) => {
      const drawn = draw(
        sent?.id === row.id ? sent.form : unsentForm(ReexaminationDecisionForm),
        row.id,
      );
      const open = row.decision === null && allows('application.reexamine', actor);
      return {
        id: row.id,
        merchant: row.merchantName,
        division: inEdition(t(`division.${row.divisionCode}`), row),
        statement: row.statement,
        declineReason: row.declineReason ?? '',
        requestedAt: formatInstant(lang, row.requestedAt),
        due: formatDayWeekday(lang, row.answerDueOn),
        answered: row.decision && {
          label: t(`review.reexamination.${row.decision}`),
          tone: row.decision === 'accepted' ? 'good' : 'bad',
        },
        reply: row.reply,
        form: open
          ? { decision: drawn.radios('decision', undefined, true), reply: drawn.textarea('reply') }
          : null,
      };
    }),
  });
}
