import { formatDay } from '../../../text/format.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import { type ListModel, listModel } from '../../../web/lists/list-model.js';
import type { FoundList } from '../../../web/lists/list-reader.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { titleReasonText } from '../title-reason.js';
import type { TitleRow } from '../title.queries.js';
import { categoryName, divisionName, titleTones } from '../../pages/labels.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-titles': OfficeTitlesPage;
    'awards/certificates': CertificatesPage;
  }
}

export interface OfficeTitlesPage extends PageFrame {
  readonly list: ListModel;
}

export interface CertificatesPage extends PageFrame {
  readonly certificates: readonly {
    name: string;
    text: string;
    honour: string;
    number: string;
    validity: string;
    qr: string;
    signatory: string;
    day: string;
    ended: string | null;
  }[];
}

export function officeTitlesPage(found: FoundList) {
  return (context: PageContext): OfficeTitlesPage => ({
    title: context.t('awards.titles.title'),
    breadcrumbs: [
      { label: context.t('navigation.office'), href: '/office' },
      { label: context.t('awards.titles.title'), href: null },
    ],
    list: listModel(found, context),
  });
}

/** What anybody may know of a title. */
export function titleFacts({ t, lang }: PageContext, row: TitleRow): SummaryList {
  const lines: [string, string | null][] = [
    [t('awards.field.name'), row.merchantName],
    [t('awards.field.honour'), row.programmeName],
    [t('awards.field.year'), String(row.year)],
    [t('awards.field.category'), categoryName({ lang }, row)],
    [t('awards.field.division'), divisionName(t, row.divisionCode)],
    [t('awards.field.certificate'), row.certificateNumber],
    [
      t('awards.field.validity'),
      t('awards.field.fromTo', {
        from: formatDay(lang, row.validFrom),
        to: formatDay(lang, row.validTo),
      }),
    ],
    [t('awards.field.since'), formatDay(lang, row.stateSince)],
    [
      t('awards.field.stateReason'),
      titleIn.active.has(row.state) ? null : titleReasonText(row.stateReason, t),
    ],
  ];
  return { rows: lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])) };
}

export function certificatesPage(rows: readonly TitleRow[], officeName: string, back: string) {
  return ({ t, lang }: PageContext): CertificatesPage => ({
    title: t('awards.certificate.title'),
    breadcrumbs: [{ label: t('awards.certificate.back'), href: back }],
    certificates: rows.map((row) => ({
      name: row.merchantName,
      text: t('awards.certificate.text', { programme: row.programmeName }),
      honour: categoryName({ lang }, row),
      number: row.certificateNumber,
      validity: formatDay('zh-CN', row.validTo),
      qr: row.verifyCode,
      signatory: officeName,
      day: formatDay('zh-CN', row.validFrom),
      ended: titleIn.ended.has(row.state) ? t(`awards.certificate.ended.${row.state}`) : null,
    })),
  });
}

export function titleTag(label: string, { state }: TitleRow): StatusTag {
  return { label, tone: titleTones[state] ?? 'neutral' };
}
