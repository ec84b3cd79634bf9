import { formatDay } from '../../text/format.js';
import type {
  ErrorSummary,
  FieldDate,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { ProgrammeRow } from '../programme.queries.js';
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
  readonly receiptNumber: FieldText;
  readonly newLastDay: FieldDate;
  readonly reason: FieldTextarea;
}

export function extensionPage(programme: ProgrammeRow, form: Submitted<ExtensionForm>) {
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
      divisionCode: drawn.select('divisionCode'),
      receiptNumber: drawn.text('receiptNumber'),
      newLastDay: drawn.date('newLastDay'),
      reason: drawn.textarea('reason'),
    };
  };
}
