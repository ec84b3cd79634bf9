import type { RecordFacts } from '../../rules/registry/merchant-facts.js';
import { sizeClass } from '../../rules/registry/size-class.js';
import { formatDay, formatHundredths, formatInstant, formatNumber } from '../../text/format.js';
import type { SummaryList, TableNumbers } from '../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { creditCodeWarnings } from '../accept-credit-code.js';
import type { IncomingRelation, MerchantRow, RelationRow, ShopRow } from '../merchant.queries.js';
import type { VersionRow } from '../registry.queries.js';
import type { ReturnRow } from '../return.queries.js';
import { type StatedRelation, statedRelations } from './stated-relations.js';
import { type Difference, differences, recordRows } from './record-texts.js';
import type { AdmitAgentForm } from './registry.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/record': RecordPage;
  }
}

export interface RecordPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly id: string;
  readonly creditCode: string;
  /** Doubts about the credit code that nobody has settled yet. */
  readonly doubts: readonly string[];
  readonly record: SummaryList;
  readonly shops: TableNumbers;
  readonly returns: TableNumbers;
  readonly relations: readonly StatedRelation[];
  readonly people: readonly string[];
  readonly versions: readonly {
    readonly heading: string;
    readonly differences: readonly Difference[];
  }[];
  readonly agents: readonly string[];
  readonly mayEdit: boolean;
  /** The record that this one only points to. */
  readonly mergedInto: string | null;
  readonly mobile: FieldText;
  readonly role: FieldRadios;
}

export interface RecordRows {
  readonly merchant: MerchantRow;
  readonly shops: readonly ShopRow[];
  readonly returns: readonly ReturnRow[];
  readonly relations: readonly RelationRow[];
  readonly incoming: readonly IncomingRelation[];
  readonly versions: readonly VersionRow[];
  readonly agents: readonly { personName: string; role: string; grantedAt: string }[];
  readonly mayEdit: boolean;
}

export function recordPage(rows: RecordRows, form: Submitted<AdmitAgentForm>) {
  return (context: PageContext): RecordPage => {
    const { t, lang } = context;
    const { merchant } = rows;
    const drawn = context.draw(form);
    const open = creditCodeWarnings(merchant.creditCode).filter(
      (code) => !merchant.creditCodeWarnings.includes(code),
    );
    return {
      title: merchant.name,
      breadcrumbs: [
        { label: t('merchants.registry.title'), href: '/office/registry' },
        { label: merchant.name, href: null },
      ],
      summary: drawn.summary,
      id: merchant.id,
      creditCode: merchant.creditCode ?? '',
      doubts: open.map((code) => t(`merchants.doubt.${code.split('.').at(-1)!}`)),
      record: {
        rows: [
          acceptedRow(merchant, context),
          ...recordRows(context, merchant),
          { term: t('merchants.contactMobile'), value: merchant.contactMobile, action: null },
          {
            term: t('merchants.contactEmail'),
            value: merchant.contactEmail ?? t('merchants.notGiven'),
            action: null,
          },
          ...(merchant.personIdMasked
            ? [{ term: t('merchants.personIdNo'), value: merchant.personIdMasked, action: null }]
            : []),
          ...(merchant.merchantType === 'exemptPerson'
            ? [exemptionRow(merchant.exemptionStatementId, context)]
            : []),
        ],
      },
      shops: shopTable(rows.shops, context),
      returns: returnTable(rows.returns, context),
      relations: statedRelations(rows, context),
      people: merchant.relatedPersons.map(
        (one) => `${one.name} ${t(`merchants.personRelation.${one.relation}`)}`,
      ),
      versions: rows.versions.map((version, at) => {
        const facts = JSON.parse(version.facts) as RecordFacts;
        const before = rows.versions[at + 1];
        return {
          heading: t('merchants.record.version', {
            number: version.number,
            at: formatInstant(lang, version.changedAt),
            by: version.personName ?? t('merchants.record.imported'),
          }),
          differences: before
            ? differences(context, JSON.parse(before.facts) as RecordFacts, facts)
            : [],
        };
      }),
      agents: rows.agents.map(({ personName, role }) => `${personName} ${t(`role.${role}`)}`),
      mayEdit: rows.mayEdit && merchant.mergedIntoId === null,
      mergedInto: merchant.mergedIntoId,
      mobile: drawn.text('mobile'),
      role: drawn.radios('role', undefined, true),
    };
  };
}

function acceptedRow(
  { acceptedAt }: MerchantRow,
  { t, lang }: PageContext,
): SummaryList['rows'][number] {
  const open = { href: '/office/registry/new', label: t('merchants.acceptance.open') };
  return {
    term: t('merchants.acceptance.term'),
    value: acceptedAt
      ? t('merchants.acceptance.since', { time: formatInstant(lang, acceptedAt) })
      : t('merchants.acceptance.not'),
    action: acceptedAt ? null : open,
  };
}

function exemptionRow(id: string | null, { t }: PageContext): SummaryList['rows'][number] {
  return {
    term: t('merchants.exemptionStatement'),
    value: t(id ? 'merchants.exemptionStatement.there' : 'merchants.notGiven'),
    action: id ? { href: `/documents/${id}`, label: t('merchants.exemptionStatement.open') } : null,
  };
}

const text = (value: string, href: string | null = null) => ({ text: value, href, numeric: false });
const number = (value: string) => ({ text: value, href: null, numeric: true });

function shopTable(shops: readonly ShopRow[], { t, lang }: PageContext): TableNumbers {
  return {
    id: 'shops',
    caption: t('merchants.shops.title'),
    columns: ['shopName', 'platform', 'openedOn', 'status', 'licenceShot'].map((key) => ({
      label: t(`merchants.shop.${key}`),
      unit: null,
      numeric: false,
    })),
    rows: shops.map((shop) => ({
      cutLine: false,
      cells: [
        text(shop.shopName, shop.url.startsWith('https://') ? shop.url : null),
        text(t(`merchants.platform.${shop.platform}`)),
        text(formatDay(lang, shop.openedOn)),
        text(t(`merchants.shopStatus.${shop.status}`)),
        shop.licenceShotId
          ? text(t('merchants.shop.file.current'), `/documents/${shop.licenceShotId}`)
          : text(t('merchants.shop.licenceShot.missing')),
      ],
    })),
    totals: null,
  };
}

function returnTable(returns: readonly ReturnRow[], { t }: PageContext): TableNumbers {
  const column = (key: string, unit: string | null, numeric = true) => ({
    label: t(key),
    unit: unit ? t(unit) : null,
    numeric,
  });
  return {
    id: 'returns',
    caption: t('merchants.returns.title'),
    columns: [
      column('merchants.registry.year', null, false),
      column('merchants.return.grossWan', 'forms.unit.wan'),
      column('merchants.return.refundWan', 'forms.unit.wan'),
      column('merchants.return.netWan', 'forms.unit.wan'),
      column('merchants.return.orders', 'forms.unit.orders'),
      column('merchants.return.staff', 'forms.unit.people'),
      column('merchants.registry.size', null, false),
    ],
    rows: returns.map((row) => ({
      cutLine: false,
      cells: [
        row.doubted
          ? text(
              t('merchants.returnCheck.inDoubt', { year: String(row.year) }),
              `/office/registry/doubts/${row.id}`,
            )
          : text(String(row.year)),
        number(formatHundredths(row.grossWan)),
        number(formatHundredths(row.refundWan)),
        number(formatHundredths(row.netWan)),
        number(formatNumber(row.orders)),
        number(formatNumber(row.staff)),
        text(t(`merchants.size.${sizeClass(row.netWan)}`)),
      ],
    })),
    totals: null,
  };
}
