import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { CHANGE_TRIGGERS } from '../../../rules/titles/change-duty.js';
import { formatDay, formatInstant } from '../../../text/format.js';
import type { StatusTag } from '../../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldTextarea } from '../../../web/field-models.js';
import { allows } from '../../../web/access/policies.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { ChangeRow } from '../changes/title-change.queries.js';
import { HandleChangeForm } from './changes.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-changes': OfficeChangesPage;
  }
}

export interface ChangeModel {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly reported: string;
  readonly status: StatusTag;
  readonly reply: string | null;
}

export interface OfficeChangesPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly waiting: readonly (ChangeModel & {
    readonly id: string;
    readonly form: {
      readonly answer: FieldRadios;
      readonly reply: FieldTextarea;
    } | null;
  })[];
  readonly settled: readonly ChangeModel[];
}

/** @param refused the form that came back, with the id of the change it was for */
export function officeChangesPage(
  rows: readonly ChangeRow[],
  refused: { readonly id: string; readonly form: Submitted<HandleChangeForm> } | null,
) {
  return (context: PageContext): OfficeChangesPage => {
    const { t, actor } = context;
    const open = rows.filter(({ handledAt }) => handledAt === null);
    return {
      title: t('awards.changes.office'),
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: t('awards.titles.title'), href: '/office/titles' },
        { label: t('awards.changes.office'), href: null },
      ],
      summary: refused ? context.draw(refused.form).summary : { errors: [] },
      waiting: open.map((row) => {
        const sent = refused?.id === row.id ? refused.form : unsentForm(HandleChangeForm);
        const drawn = context.draw(sent);
        const answers = CHANGE_TRIGGERS[row.kind] ? ['note', 'review'] : ['note'];
        const options = answers.map((value) => ({
          value,
          label: t(`awards.change.answer.${value}`),
        }));
        const form = {
          answer: drawn.radios('answer', options),
          reply: drawn.textarea('reply'),
        };
        return {
          ...changeModel(row, context),
          id: row.id,
          form: allows('title.keep', actor) ? form : null,
        };
      }),
      settled: rows
        .filter(({ handledAt }) => handledAt !== null)
        .map((row) => changeModel(row, context)),
    };
  };
}

/** Whether a report came in time is said once, where it is read. */
export function changeModel(row: ChangeRow, { t, lang }: PageContext): ChangeModel {
  const late = beijingDate(row.reportedAt) > row.dueOn;
  return {
    name: row.merchantName,
    kind: t('awards.change.on', {
      kind: t(`awards.change.kind.${row.kind}`),
      day: formatDay(lang, row.happenedOn),
    }),
    text: row.text,
    reported: t('awards.change.reported', {
      time: formatInstant(lang, row.reportedAt),
      day: formatDay(lang, row.dueOn),
    }),
    status: late
      ? { label: t('awards.change.late'), tone: 'attention' }
      : { label: t('awards.change.inTime'), tone: 'good' },
    reply: row.reply,
  };
}
