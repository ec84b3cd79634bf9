import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { EmptyState, StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { inEdition } from '../../../web/in-edition.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { StatementRow } from '../statement/statement.queries.js';
import { StatementAnswerForm } from './statement.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/statements': StatementsPage;
  }
}

export interface StatementsPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly open: number;
  readonly empty: EmptyState;
  readonly statements: readonly {
    readonly id: string;
    readonly merchant: string;
    readonly division: string;
    readonly reason: string;
    readonly statement: string;
    readonly statedAt: string;
    readonly due: string;
    readonly answered: StatusTag | null;
    readonly reply: string | null;
    readonly form: { readonly outcome: FieldRadios; readonly reply: FieldTextarea } | null;
  }[];
}

export function statementsPage(
  rows: readonly StatementRow[],
  sent: { readonly id: string; readonly form: Submitted<StatementAnswerForm> } | null = null,
) {
  return ({ t, lang, draw, actor }: PageContext): StatementsPage => ({
    title: t('review.statement.title'),
    breadcrumbs: [
      { label: t('navigation.office'), href: '/office' },
      { label: t('review.statement.title'), href: null },
    ],
    summary: sent ? draw(sent.form, sent.id).summary : { errors: [] },
    open: rows.filter(({ outcome }) => outcome === null).length,
    empty: {
      title: t('review.statement.empty'),
      text: t('review.statement.empty.text'),
      action: null,
    },
    statements: rows.map((row) => {
      const drawn = draw(sent?.id === row.id ? sent.form : unsentForm(StatementAnswerForm), row.id);
      const open = row.outcome === null && allows('application.reexamine', actor);
      return {
        id: row.id,
        merchant: row.merchantName,
        division: inEdition(t(`division.${row.divisionCode}`), row),
        reason: [row.reason, row.basis].filter(Boolean).join(' '),
        statement: row.statement,
        statedAt: formatInstant(lang, row.statedAt),
        due: formatDayWeekday(lang, row.answerDueOn),
        answered: row.outcome && {
          label: t(`review.statement.${row.outcome}`),
          tone: row.outcome === 'reopened' ? 'good' : 'neutral',
        },
        reply: row.reply,
        form: open
          ? { outcome: drawn.radios('outcome', undefined, true), reply: drawn.textarea('reply') }
          : null,
      };
    }),
  });
}
