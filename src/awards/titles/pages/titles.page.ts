import { formatDay } from '../../../text/format.js';
import { allowedEvents } from '../../../rules/lifecycle/lifecycle.js';
import { titleLifecycle } from '../../../rules/lifecycle/title-lifecycle.js';
import type { StatusTag, SummaryList } from '../../../web/component-models.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldRadios,
  FieldTextarea,
} from '../../../web/field-models.js';
import { holds } from '../../../web/actor.js';
import { type MergeModel, mergeOf } from '../../../web/forms/merge-form.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { type ListModel, listModel } from '../../../web/lists/list-model.js';
import type { FoundList } from '../../../web/lists/list-reader.js';
import type { PageContext } from '../../../web/page-context.js';
import type { PageFrame } from '../../../web/views/page.js';
import { rolesOf, titleEvents } from '../move-title.js';
import type { TitleRow } from '../title.queries.js';
import { divisionName, titleTones } from '../../pages/labels.js';
import { TitleForm } from './titles.form.js';
import { titleIn } from '../../../rules/lifecycle/title-groups.js';

declare module '../../../web/views/page.js' {
  interface PageModels {
    'awards/office-titles': OfficeTitlesPage;
    'awards/office-title': OfficeTitlePage;
    'awards/certificates': CertificatesPage;
  }
}

export interface OfficeTitlesPage extends PageFrame {
  readonly list: ListModel;
  readonly expiring: boolean;
}

export interface OfficeTitlePage extends PageFrame {
  readonly id: string;
  readonly version: number;
  readonly state: StatusTag;
  readonly facts: SummaryList;
  readonly merge: MergeModel | null;
  readonly summary: ErrorSummary;
  readonly form: { event: FieldRadios; reason: FieldTextarea; grounds: FieldCheckboxes } | null;
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

/** @param unwritten a title has ended by the clock that nobody has written down */
export function officeTitlesPage(found: FoundList, unwritten: boolean) {
  return (context: PageContext): OfficeTitlesPage => ({
    title: context.t('awards.titles.title'),
    breadcrumbs: [
      { label: context.t('navigation.office'), href: '/office' },
      { label: context.t('awards.titles.title'), href: null },
    ],
    list: listModel(found, context),
    expiring: unwritten && holds(context.actor, 'CityRegistrar'),
  });
}

export function officeTitlePage(
  row: TitleRow,
  sent: Submitted<TitleForm> = unsentForm(TitleForm),
  overtaken = false,
) {
  return (context: PageContext): OfficeTitlePage => {
    const { t, actor } = context;
    const drawn = context.draw(sent);
    const allowed = allowedEvents(titleLifecycle, row.state);
    const events = titleEvents.filter(
      (event) => allowed.includes(event) && holds(actor, ...rolesOf(event)),
    );
    return {
      title: t('awards.titles.one', { number: row.certificateNumber }),
      breadcrumbs: [
        { label: t('awards.titles.title'), href: '/office/titles' },
        { label: row.certificateNumber, href: null },
      ],
      id: row.id,
      version: row.version,
      state: titleTag(t(`lifecycle.title.${row.state}`), row),
      facts: titleFacts(context, row),
      summary: drawn.summary,
      merge: overtaken
        ? mergeOf(
            sent,
            { event: t(`lifecycle.title.${row.state}`), reason: row.stateReason },
            context,
          )
        : null,
      form: events.length
        ? {
            event: drawn.radios(
              'event',
              events.map((value) => ({ value, label: t(`lifecycle.event.${value}`) })),
            ),
            reason: drawn.textarea('reason'),
            grounds: drawn.flag('grounds'),
          }
        : null,
    };
  };
}

/** What anybody may know of a title. */
export function titleFacts({ t, lang }: PageContext, row: TitleRow): SummaryList {
  const lines: [string, string | null][] = [
    [t('awards.field.name'), row.merchantName],
    [t('awards.field.honour'), row.programmeName],
    [t('awards.field.year'), String(row.year)],
    [t('awards.field.category'), t(`awards.category.${row.categoryCode}`)],
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
    [t('awards.field.stateReason'), titleIn.active.has(row.state) ? null : row.stateReason],
  ];
  return { rows: lines.flatMap(([term, value]) => (value ? [{ term, value, action: null }] : [])) };
}

export function certificatesPage(rows: readonly TitleRow[], officeName: string, back: string) {
  return ({ t }: PageContext): CertificatesPage => ({
    title: t('awards.certificate.title'),
    breadcrumbs: [{ label: t('awards.certificate.back'), href: back }],
    certificates: rows.map((row) => ({
      name: row.merchantName,
      text: t('awards.certificate.text', { programme: row.programmeName }),
      honour: t(`awards.category.${row.categoryCode}`),
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
