import { formatDayWeekday, formatInstant } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldTextarea } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OwnRemedy } from '../statement/statement.queries.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/remedy': RemedyPage;
  }
}

/** One way to answer a decision: where it is sent and in which state of the application it is open. */
export interface RemedyKind {
  readonly path: string;
  readonly state: string;
  /** Prefix of its texts. */
  readonly texts: string;
}

export const remedies = {
  decline: {
    path: 're-examination',
    state: 'NotRecommended',
    texts: 'review.reexamination',
  },
  screening: { path: 'screening-statement', state: 'ScreenedOut', texts: 'review.statement' },
} as const satisfies Readonly<Record<string, RemedyKind>>;

export interface RemedyPage extends PageFrame {
  readonly id: string;
  readonly path: string;
  readonly lead: string;
  readonly reason: string | null;
  readonly due: string | null;
  readonly said: { readonly text: string; readonly at: string } | null;
  readonly answered: StatusTag | null;
  readonly reply: string | null;
  readonly summary: ErrorSummary;
  readonly button: string;
  readonly statement: FieldTextarea | null;
}

export interface RemedyRows {
  readonly id: string;
  readonly remedy: OwnRemedy;
  /** Last day for the applicant, null where the decision has none. */
  readonly dueOn: string | null;
  readonly today: string;
}

/** The form while it can be sent; afterwards what was said and answered; else why not. */
export function remedyPage(kind: RemedyKind, rows: RemedyRows, form: Submitted<object>) {
  return ({ t, lang, draw }: PageContext): RemedyPage => {
    const { remedy, dueOn, today } = rows;
    const title = t(`${kind.texts}.request`);
    const { said, outcome } = remedy;
    const step = stepOf(kind, rows);
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: t('review.remedy.application'), href: `/my/applications/${rows.id}` },
        { label: title, href: null },
      ],
      id: rows.id,
      path: kind.path,
      lead: t(leadKey(kind, step), {
        due: remedy.answerDueOn ? formatDayWeekday(lang, remedy.answerDueOn) : '',
      }),
      reason: remedy.reason,
      due: step === 'open' && dueOn && today <= dueOn ? formatDayWeekday(lang, dueOn) : null,
      said: said === null ? null : { text: said, at: formatInstant(lang, remedy.saidAt ?? '') },
      answered: outcome && {
        label: t(`${kind.texts}.${outcome}`),
        tone: outcome === 'accepted' || outcome === 'reopened' ? 'good' : 'neutral',
      },
      reply: remedy.reply,
      summary: draw(form).summary,
      button: t(`${kind.texts}.send`),
      statement: step === 'open' ? draw(form).textarea('statement') : null,
    };
  };
}

type Step = 'open' | 'late' | 'waiting' | 'answered' | 'notNow';

function stepOf(kind: RemedyKind, { remedy, dueOn, today }: RemedyRows): Step {
  if (remedy.outcome) return 'answered';
  if (remedy.said !== null) return 'waiting';
  if (remedy.state !== kind.state) return 'notNow';
  return dueOn !== null && today <= dueOn ? 'open' : 'late';
}

function leadKey({ texts }: RemedyKind, step: Step): string {
  if (step === 'open') return `${texts}.request.lead`;
  return step === 'waiting' || step === 'answered' ? `review.remedy.${step}` : `${texts}.${step}`;
}
