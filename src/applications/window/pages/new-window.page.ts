import type { MerchantRow } from '../../../merchants/merchant.queries.js';
import type { ErrorSummary, FieldFile, FieldRadios, FieldText } from '../../../web/field-models.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { WindowForm } from './window.form.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'window/new': NewWindowPage;
  }
}

export interface NewWindowPage extends PageFrame {
  readonly summary: ErrorSummary;
  /** Of the register; null for one that has to be registered first. */
  readonly merchant: string | null;
  readonly merchantId: string;
  readonly person: FieldText;
  readonly telephone: FieldText;
  readonly capacity: FieldRadios;
  readonly sheet: FieldFile;
}

export function newWindowPage(form: Submitted<WindowForm>, merchant: MerchantRow | null) {
  return (context: PageContext): NewWindowPage => {
    const { t } = context;
    const drawn = context.draw(form);
    const error = form.errors.find(({ field }) => field === 'sheet');
    return {
      title: t('applications.window.new'),
      breadcrumbs: [
        { label: t('applications.window.title'), href: '/office/window' },
        { label: t('applications.window.new'), href: null },
      ],
      summary: drawn.summary,
      merchant: merchant?.name ?? null,
      merchantId: merchant?.id ?? '',
      person: drawn.text('person', 'short'),
      telephone: drawn.text('telephone', 'short'),
      capacity: drawn.radios('capacity'),
      sheet: {
        name: 'sheet',
        label: t('applications.window.sheet'),
        hint: t('applications.window.sheet.hint'),
        error: error ? t(error.code, error.variables) : null,
        required: true,
        accept: '.pdf,.jpg,.jpeg,.png,.webp',
        multiple: false,
        files: [],
      },
    };
  };
}
