import { formatDay } from '../../text/format.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldRadios,
  FieldSelect,
  FieldTextarea,
} from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow } from '../programme.queries.js';
import type { ApplicantLine } from '../set-up.queries.js';
import { officeCrumbs } from '../office-crumbs.js';
import type { ExtensionForm } from './overview.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'programmes/extension': ExtensionPage;
  }
}

export interface ExtensionPage extends PageFrame {
  readonly id: string;
  readonly summary: ErrorSummary;
  readonly phase: FieldSelect;
  readonly scope: FieldRadios;
  readonly divisionCode: FieldSelect;
  readonly applicationId: FieldSelect;
  readonly newDrafts: FieldCheckboxes;
  readonly newLastDay: FieldDate;
  readonly reason: FieldTextarea;
}

function choices(applicants: readonly ApplicantLine[], { t, lang }: PageContext) {
  return applicants.map(({ id, merchantName, nameZh, nameEn, receiptNumber }) => ({
    value: id,
    label: t('programmes.extension.applicantOf', {
      merchant: merchantName,
      category: lang === 'zh-CN' ? nameZh : nameEn,
      receipt: receiptNumber ?? t('lifecycle.application.Draft'),
    }),
  }));
}

export function extensionPage(
  programme: ProgrammeRow,
  applicants: readonly ApplicantLine[],
  form: Submitted<ExtensionForm>,
) {
  return (context: PageContext): ExtensionPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const title = t('programmes.extension.title');
    const phases = programme.calendar.map(({ phase, to }) => ({
      value: phase,
      label: t('programmes.extension.until', {
        phase: t(`lifecycle.programme.${phase}`),
        to: formatDay(context.lang, to),
      }),
    }));
    return {
      title,
      breadcrumbs: officeCrumbs(context, programme, title),
      id: programme.id,
      summary: drawn.summary,
      phase: drawn.select('phase', phases),
      scope: drawn.radios('scope'),
      // Each is needed for its scope, as its hint says; neither is a matter of choice.
      divisionCode: { ...drawn.select('divisionCode'), required: true },
      applicationId: {
        ...drawn.select('applicationId', choices(applicants, context)),
        required: true,
      },
      newDrafts: drawn.flag('newDrafts'),
      newLastDay: drawn.date('newLastDay'),
      reason: drawn.textarea('reason'),
    };
  };
}
