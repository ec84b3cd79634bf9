import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { ErrorSummary, FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OwnerRow, PendingRow, TakeoverRow } from '../takeover/takeover.queries.js';
import type { TakeoverForm } from './takeover.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/takeovers': TakeoverPage;
  }
}

export interface TakeoverPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly pending: readonly { readonly href: string; readonly label: string }[];
  readonly form: { readonly ownerId: FieldSelect; readonly reason: FieldTextarea } | null;
  readonly taken: readonly {
    readonly href: string;
    readonly label: string;
    readonly text: string;
  }[];
}

export interface TakeoverRows {
  readonly programme: ProgrammeRow | null;
  readonly pending: readonly PendingRow[];
  readonly taken: readonly TakeoverRow[];
  readonly owners: readonly OwnerRow[];
}

/** Applications that their divisions left without an opinion, and how the city goes on with them. */
export function takeoverPage(rows: TakeoverRows, form: Submitted<TakeoverForm>) {
  return (context: PageContext): TakeoverPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(form);
    const { programme, pending, taken, owners } = rows;
    const now = programme !== null && programmeIn.divisionReview.has(programme.state);
    const title = t('review.takeover.title');
    const { value: chosen, ...owner } = drawn.text('ownerId');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: title, href: null },
      ],
      summary: drawn.summary,
      pending: pending.map((one) => ({ ...file(one), label: label(one, context) })),
      form:
        now && pending.length && allows('application.reexamine', actor)
          ? {
              ownerId: {
                ...owner,
                placeholder: t('forms.pleaseChoose'),
                options: owners.map(({ id, name }) => ({
                  value: id,
                  label: name,
                  selected: id === chosen,
                })),
              },
              reason: drawn.textarea('reason'),
            }
          : null,
      taken: taken.map((one) => ({
        ...file(one),
        label: label(one, context),
        text: t('review.takeover.line', {
          owner: one.ownerName ?? '',
          when: formatInstant(lang, one.takenAt),
          reason: one.reason,
        }),
      })),
    };
  };
}

const file = ({ id }: PendingRow) => ({ href: `/office/applications/${id}` });

function label({ merchantName, divisionCode, receiptNumber }: PendingRow, { t }: PageContext) {
  return t('review.takeover.of', {
    merchant: merchantName,
    division: t(`division.${divisionCode}`),
    receipt: receiptNumber ?? '',
  });
}
