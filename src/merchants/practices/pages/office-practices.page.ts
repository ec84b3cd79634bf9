import { PRACTICE_CLAIMS, practiceIn } from '../../../rules/practices/practice.js';
import { formatInstant } from '../../../text/format.js';
import type { EmptyState, StatusTag, TaskList } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { holds } from '../../../web/actor.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { PracticeRow } from '../practice.queries.js';
import { practiceTag } from './my-practices.page.js';
import { type PracticeModel, practiceModel } from './practice.model.js';
import { PracticeReviewForm } from './practices.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/office-practices': OfficePracticesPage;
    'merchants/office-practice': OfficePracticePage;
  }
}

export interface OfficePracticesPage extends PageFrame {
  readonly list: TaskList;
  readonly none: EmptyState | null;
}

export interface OfficePracticePage extends PageFrame {
  readonly id: string;
  readonly version: number;
  readonly state: StatusTag;
  readonly sent: string | null;
  readonly shown: PracticeModel;
  readonly summary: ErrorSummary;
  readonly merge: MergeModel | null;
  readonly form: {
    readonly decision: FieldRadios;
    readonly levels: readonly FieldRadios[];
    readonly reason: FieldTextarea;
  } | null;
}

export function officePracticesPage(rows: readonly PracticeRow[]) {
  return (context: PageContext): OfficePracticesPage => {
    const { t } = context;
    return {
      title: t('merchants.practices.office'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('merchants.practices.office'), href: null },
      ],
      list: {
        tasks: rows.map((row) => ({
          href: `/office/practices/${row.id}`,
          label: row.headline,
          hint: `${row.merchantName} · ${t(`merchants.practice.subject.${row.subject}`)}`,
          status: practiceTag(row.state, context),
        })),
      },
      none: rows.length
        ? null
        : {
            title: t('merchants.practices.office.none'),
            text: t('merchants.practices.office.text'),
            action: null,
          },
    };
  };
}

export function officePracticePage(
  row: PracticeRow,
  sent: Submitted<PracticeReviewForm> | null = null,
  overtaken = false,
) {
  return (context: PageContext): OfficePracticePage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(sent ?? unsentForm(PracticeReviewForm));
    const waits = practiceIn.submitted.has(row.state);
    const decides = holds(actor, 'CityRegistrar') && practiceIn.withdrawable.has(row.state);
    const decision = drawn.radios('decision', undefined, true);
    const claims = PRACTICE_CLAIMS.filter((one) => one !== 'figures' || row.figures.length > 0);
    return {
      title: row.headline,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('merchants.practices.office'), href: '/office/practices' },
        { label: row.headline, href: null },
      ],
      id: row.id,
      version: row.version,
      state: practiceTag(row.state, context),
      sent: row.submittedAt
        ? t('merchants.practice.sentOn', { time: formatInstant(lang, row.submittedAt) })
        : null,
      shown: practiceModel(row, context, 'own'),
      summary: sent ? drawn.summary : { errors: [] },
      merge: sent && overtaken ? mergeOf(sent, { reason: row.returnReason }, context) : null,
      form: decides
        ? {
            decision: waits
              ? decision
              : {
                  ...decision,
                  options: decision.options.filter(({ value }) => value === 'return'),
                },
            levels: waits
              ? claims.map((name) => ({ ...drawn.radios(name, undefined, true), required: true }))
              : [],
            reason: drawn.textarea('reason'),
          }
        : null,
    };
  };
}
