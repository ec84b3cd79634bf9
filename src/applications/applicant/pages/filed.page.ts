import type { SummaryList, TableNumbers } from '../../../web/component-models.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { formatDay, formatHundredths, formatNumber } from '../../../text/format.js';
import type { ApplicationFile } from '../application-file.js';
import type { Register } from '../register.js';
import { type FormFrame, formFrame } from './form-frame.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'applications/register': RegisterPage;
  }
}

export interface RegisterPage extends PageFrame, FormFrame {
  readonly draft: boolean;
  readonly facts: SummaryList;
  readonly shops: TableNumbers;
  readonly returns: TableNumbers;
  readonly problems: readonly string[];
  readonly year: number;
}

/** Facts of the register: read here, changed there. */
export function registerPage(file: ApplicationFile, problems: readonly string[]) {
  return (context: PageContext): RegisterPage => ({
    ...formFrame(file, 'register', context),
    draft: applicationIn.draft.has(file.application.state),
    ...drawRegister(file.register, context),
    problems: problems.map((code) => context.t(code, { label: '', year: file.programme.dataYear })),
    year: file.programme.dataYear,
  });
}

/** The same facts for the page, the receipt and the print. */
export function drawRegister({ merchant, shops, returns }: Register, context: PageContext) {
  const { t, lang } = context;
  const row = (key: string, value: string) => ({
    term: t(`applications.register.${key}`),
    value,
    action: null,
  });
  const column = (key: string, numeric: boolean) => ({
    label: t(`applications.register.${key}`),
    unit: null,
    numeric,
  });
  const cell = (text: string, numeric = false) => ({ text, href: null, numeric });
  return {
    facts: {
      rows: [
        row('name', merchant.name),
        row('creditCode', merchant.creditCode ?? t('applications.nothing')),
        row('headName', merchant.headName),
        row('foundedOn', formatDay(lang, merchant.foundedOn)),
        row('division', t(`division.${merchant.divisionCode}`)),
        row('staff', formatNumber(merchant.staff)),
        row('insured', formatNumber(merchant.insured)),
      ],
    },
    shops: {
      id: 'shops',
      caption: t('applications.register.shops'),
      columns: [column('shopName', false), column('platform', false), column('openedOn', false)],
      rows: shops.map((shop) => ({
        cutLine: false,
        cells: [
          cell(shop.shopName),
          cell(t(`merchants.platform.${shop.platform}`)),
          cell(formatDay(lang, shop.openedOn)),
        ],
      })),
      totals: null,
    },
    returns: {
      id: 'returns',
      caption: t('applications.register.returns'),
      columns: [
        column('year', false),
        column('netWan', true),
        column('orders', true),
        column('parcels', true),
        column('insuredYearEnd', true),
      ],
      rows: returns.slice(0, 3).map((one) => ({
        cutLine: false,
        cells: [
          cell(String(one.year)),
          cell(formatHundredths(one.netWan), true),
          cell(formatNumber(one.orders), true),
          cell(formatNumber(one.parcels), true),
          cell(formatNumber(one.insuredYearEnd), true),
        ],
      })),
      totals: null,
    },
  };
}
