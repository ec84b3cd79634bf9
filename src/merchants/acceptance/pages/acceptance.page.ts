import type { Refusal } from '../../../rules/refusal.js';
import { formatInstant } from '../../../text/format.js';
import { holds } from '../../../web/actor.js';
import type { ErrorSummary } from '../../../web/field-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import type { NewMerchantRow } from '../../registry-waiting.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'merchants/acceptance': AcceptancePage;
  }
}

interface NewMerchantLine {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly division: string;
  readonly town: string;
  readonly creditCode: string;
  readonly headName: string;
  readonly registered: string;
}

export interface AcceptancePage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly mayEdit: boolean;
  readonly rows: readonly NewMerchantLine[];
  /** How many more wait than are shown. */
  readonly more: number;
  /** What the last press accepted. */
  readonly done: readonly NewMerchantLine[];
}

export function acceptancePage(found: {
  readonly rows: readonly NewMerchantRow[];
  readonly total: number;
  readonly done: readonly NewMerchantRow[];
  readonly refusal: Refusal | null;
}) {
  return (context: PageContext): AcceptancePage => {
    const { t, actor } = context;
    const { rows, total, done, refusal } = found;
    return {
      title: t('merchants.acceptance.title'),
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: t('merchants.acceptance.title'), href: null },
      ],
      summary: {
        errors: refusal ? [{ name: 'merchants', text: t(refusal.code, refusal.variables) }] : [],
      },
      mayEdit: holds(actor, 'CityRegistrar'),
      rows: rows.map((row) => line(row, context)),
      more: Math.max(0, total - rows.length),
      done: done.map((row) => line(row, context)),
    };
  };
}

function line(row: NewMerchantRow, { t, lang }: PageContext): NewMerchantLine {
  return {
    id: row.id,
    name: row.name,
    type: t(`merchants.merchantType.${row.merchantType}`),
    division: t(`division.${row.divisionCode}`),
    town: row.town,
    creditCode: row.creditCode ?? t('merchants.notGiven'),
    headName: row.headName,
    registered: formatInstant(lang, row.registeredAt),
  };
}
