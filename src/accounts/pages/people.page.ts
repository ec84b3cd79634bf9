import { formatDay } from '../../text/format.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import type { EmptyState, StatusTag, Tabs } from '../../web/component-models.js';
import type { ErrorSummary, FieldRadios, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { accountKinds } from '../account.entity.js';
import type { PersonDuty, PersonRow } from '../people.queries.js';
import type { NewPersonForm, PeopleSearch } from './people.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'admin/people': PeoplePage;
    'admin/new-person': NewPersonPage;
    'admin/one-time-password': OneTimePasswordPage;
  }
}

export interface PeoplePage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly tabs: Tabs;
  readonly kind: string;
  readonly name: FieldText;
  readonly people: readonly {
    readonly href: string;
    readonly name: string;
    readonly mobile: string;
    readonly duties: string;
    readonly since: string;
    readonly state: StatusTag;
  }[];
  readonly empty: EmptyState;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface NewPersonPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly personName: FieldText;
  readonly mobile: FieldText;
  readonly kind: FieldRadios;
}

export interface OneTimePasswordPage extends PageFrame {
  readonly name: string;
  readonly mobile: string;
  readonly password: string;
  readonly href: string;
}

export function peoplePage(
  search: Submitted<PeopleSearch>,
  found: { readonly people: readonly PersonRow[]; readonly more: boolean },
  duties: readonly PersonDuty[],
  number: number,
) {
  return (context: PageContext): PeoplePage => {
    const { t, lang } = context;
    const drawn = context.draw(search);
    const kind = search.ok && search.value.kind ? search.value.kind : 'office';
    const to = (page: number) =>
      `/admin?${new URLSearchParams({ kind, name: search.value.name ?? '', page: String(page) }).toString()}`;
    return {
      title: t('accounts.people.title'),
      breadcrumbs: [],
      summary: drawn.summary,
      tabs: {
        label: t('accounts.people.kind'),
        tabs: accountKinds.toReversed().map((one) => ({
          href: `/admin?kind=${one}`,
          label: t(`accounts.kind.${one}`),
          current: one === kind,
          count: null,
        })),
      },
      kind,
      name: drawn.text('name'),
      people: found.people.map((person) => ({
        href: `/admin/people/${person.id}`,
        name: person.personName,
        mobile: person.mobileMasked,
        duties: duties
          .filter(({ accountId }) => accountId === person.id)
          .map((duty) => dutyText(duty, context))
          .join(t('navigation.listComma')),
        since: formatDay(lang, beijingDate(person.createdAt)),
        state: accountState(person, context),
      })),
      empty: {
        title: t('accounts.people.none'),
        text: t('accounts.people.none.text'),
        action: null,
      },
      previous: number > 1 ? to(number - 1) : null,
      next: found.more ? to(number + 1) : null,
    };
  };
}

export function dutyText(duty: PersonDuty, { t }: PageContext): string {
  const role = t(`role.${duty.role}`);
  const where = duty.divisionCode ? t(`division.${duty.divisionCode}`) : duty.merchantName;
  return where ? t('accounts.demo.dutyAt', { role, where }) : role;
}

export function accountState({ disabledAt }: PersonRow, { t }: PageContext): StatusTag {
  return disabledAt
    ? { label: t('accounts.state.disabled'), tone: 'bad' }
    : { label: t('accounts.state.active'), tone: 'good' };
}

export function newPersonPage(form: Submitted<NewPersonForm>) {
  return (context: PageContext): NewPersonPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      title: t('accounts.people.new'),
      breadcrumbs: [
        { label: t('accounts.people.title'), href: '/admin' },
        { label: t('accounts.people.new'), href: null },
      ],
      summary: drawn.summary,
      personName: drawn.text('personName'),
      mobile: drawn.text('mobile'),
      kind: drawn.radios('kind'),
    };
  };
}

export function oneTimePasswordPage(person: PersonRow, password: string) {
  return ({ t }: PageContext): OneTimePasswordPage => ({
    title: t('accounts.oneTime.title'),
    breadcrumbs: [
      { label: t('accounts.people.title'), href: '/admin' },
      { label: person.personName, href: `/admin/people/${person.id}` },
    ],
    name: person.personName,
    mobile: person.mobileMasked,
    password,
    href: `/admin/people/${person.id}`,
  });
}
