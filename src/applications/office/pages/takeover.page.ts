import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { formatInstant } from '../../../text/format.js';
import { allows } from '../../../web/access/policies.js';
import type { ErrorSummary, FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { OwnerRow, PendingRow, TakeoverRow } from '../takeover/takeover.queries.js';
import { TakeoverForm } from './takeover.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications-office/takeovers': TakeoverPage;
  }
}

export interface TakeoverPage extends PageFrame {
  readonly summary: ErrorSummary;
  /** Each edition of which divisions have left something. */
  readonly editions: readonly {
    readonly id: string;
    /** Null where only one runs. */
    readonly name: string | null;
    readonly pending: readonly { readonly href: string; readonly label: string }[];
    readonly form: { readonly ownerId: FieldSelect; readonly reason: FieldTextarea } | null;
  }[];
  readonly taken: readonly {
    readonly href: string;
    readonly label: string;
    readonly text: string;
  }[];
}

export interface TakeoverRows {
  /** What runs. */
  readonly programmes: readonly ProgrammeRow[];
  readonly pending: readonly PendingRow[];
  readonly taken: readonly TakeoverRow[];
  readonly owners: readonly OwnerRow[];
}

/** Applications that their divisions left without an opinion, and how the city goes on with them. */
export function takeoverPage(rows: TakeoverRows, sent: Submitted<TakeoverForm> | null) {
  return (context: PageContext): TakeoverPage => {
    const { t, lang } = context;
    const title = t('review.takeover.title');
    const several = rows.programmes.length > 1;
    const left = rows.programmes.filter(({ id }) =>
      rows.pending.some(({ programmeId }) => programmeId === id),
    );
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.office'), href: '/office' },
        { label: title, href: null },
      ],
      summary: sent ? context.draw(sent, sent.value.programmeId).summary : { errors: [] },
      editions: left.map((programme) => ({
        id: programme.id,
        name: several ? programme.name : null,
        ...leftOf(programme, rows, sent, context),
      })),
      taken: rows.taken.map((one) => ({
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

function leftOf(
  programme: ProgrammeRow,
  { pending, owners }: TakeoverRows,
  sent: Submitted<TakeoverForm> | null,
  context: PageContext,
) {
  const { t, actor } = context;
  const own = sent?.value.programmeId === programme.id ? sent : unsentForm(TakeoverForm);
  const drawn = context.draw(own, programme.id);
  const { value: chosen, ...owner } = drawn.text('ownerId');
  const may = programmeIn.divisionReview.has(programme.state);
  const options = owners.map(({ id, name }) => ({
    value: id,
    label: name,
    selected: id === chosen,
  }));
  return {
    pending: pending
      .filter(({ programmeId }) => programmeId === programme.id)
      .map((one) => ({ ...file(one), label: label(one, context) })),
    form:
      may && allows('application.reexamine', actor)
        ? {
            ownerId: { ...owner, placeholder: t('forms.pleaseChoose'), options },
            reason: drawn.textarea('reason'),
          }
        : null,
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
