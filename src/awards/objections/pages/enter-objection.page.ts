import type {
  ErrorSummary,
  FieldDate,
  FieldFile,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { listedName } from './listed-name.js';
import type { OpenNotice } from '../objection.queries.js';
import { EntryForm } from './objections.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/enter-objection': EnterObjectionPage;
  }
}

export interface EnterObjectionPage extends PageFrame {
  readonly summary: ErrorSummary;
  /** Null when no notice period is open to an objection. */
  readonly form: {
    readonly notice: FieldSelect;
    readonly channel: FieldRadios;
    readonly receivedOn: FieldDate;
    readonly applicationId: FieldSelect;
    readonly identityKind: FieldRadios;
    readonly name: FieldText;
    readonly telephone: FieldText;
    readonly substance: FieldTextarea;
    readonly evidence: FieldFile;
  } | null;
}

/** For what came by telephone, by post or at the window; the merchants are named with their notice. */
export function enterObjectionPage(
  notices: readonly OpenNotice[],
  sent: Submitted<EntryForm> = unsentForm(EntryForm, {
    notice: notices.length === 1 ? notices[0]!.id : '',
  }),
) {
  return (context: PageContext): EnterObjectionPage => {
    const { t } = context;
    const drawn = context.draw(sent);
    const several = notices.length > 1;
    const listed = notices.flatMap(({ title, listed: names }) =>
      names.map((one) => {
        const name = listedName(one, context);
        return {
          value: one.applicationId,
          label: several ? t('awards.enter.listed', { name, title }) : name,
        };
      }),
    );
    const error = sent.errors.find(({ field }) => field === 'evidence');
    return {
      title: t('awards.enter.title'),
      breadcrumbs: [
        { label: t('awards.objections.title'), href: '/office/objections' },
        { label: t('awards.enter.title'), href: null },
      ],
      summary: drawn.summary,
      form: notices.length
        ? {
            notice: drawn.select(
              'notice',
              notices.map(({ id, title }) => ({ value: id, label: title })),
            ),
            channel: drawn.radios('channel', undefined, true),
            receivedOn: drawn.date('receivedOn'),
            applicationId: {
              ...drawn.select('applicationId', listed),
              placeholder: t('awards.objection.procedure'),
            },
            identityKind: drawn.radios('identityKind', undefined, true),
            name: drawn.text('name'),
            telephone: drawn.text('telephone'),
            substance: drawn.textarea('substance'),
            evidence: {
              name: 'evidence',
              label: t('awards.enter.scan'),
              hint: t('awards.enter.scan.hint'),
              error: error ? t(error.code, error.variables) : null,
              required: false,
              accept: '.pdf,.jpg,.jpeg,.png',
              multiple: false,
              files: [],
            },
          }
        : null,
    };
  };
}
