import { MERCHANT_ROLES, OFFICE_AND_JUDGE_ROLES, type Role } from '../../rules/lifecycle/roles.js';
import type { ErrorSummary, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { SessionEnd } from '../../web/sessions/session-store.js';
import type { PageFrame } from '../../web/views/page.js';
import type { DemoPerson } from '../account.queries.js';
import type { SignInForm } from './sign-in.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'accounts/sign-in': SignInPage;
  }
}

export interface SignInPage extends PageFrame {
  /** Why somebody who was signed in is here. */
  readonly ended: string | null;
  readonly summary: ErrorSummary;
  readonly mobile: FieldText;
  readonly password: FieldText;
  readonly next: string;
  /** A form that was sent after its session had ended; it goes along until somebody is signed in. */
  readonly draft: string | null;
  readonly demoGroups: readonly { title: string; people: readonly DemoPersonModel[] }[];
}

interface DemoPersonModel {
  readonly id: string;
  readonly name: string;
  readonly duties: string;
}

/** Who stands under which heading; a person appears once, under the first heading that fits. */
const GROUPS: readonly { key: string; roles: readonly (Role | null)[] }[] = [
  { key: 'merchants', roles: [...MERCHANT_ROLES, null] },
  { key: 'judging', roles: ['Chair', 'Judge'] },
  { key: 'divisions', roles: ['DivisionReviewer', 'DivisionApprover'] },
  { key: 'oversight', roles: ['Supervisor', 'SystemAdmin', 'AuditAdmin'] },
  { key: 'office', roles: OFFICE_AND_JUDGE_ROLES },
];

export function signInPage(
  form: Submitted<SignInForm>,
  people: readonly DemoPerson[],
  next: string,
  ended: SessionEnd | null = null,
  draft: string | null = null,
) {
  return (context: PageContext): SignInPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      title: t('accounts.signIn.title'),
      breadcrumbs: [],
      ended: ended && t(`accounts.signIn.ended.${ended}`),
      summary: drawn.summary,
      mobile: drawn.text('mobile'),
      password: drawn.text('password'),
      next,
      draft,
      demoGroups: grouped(people, context),
    };
  };
}

function grouped(people: readonly DemoPerson[], context: PageContext) {
  const persons = [...new Set(people.map(({ id }) => id))].map((id) =>
    people.filter((person) => person.id === id),
  );
  const groupOf = (duties: readonly DemoPerson[]) =>
    GROUPS.find(({ roles }) => duties.some(({ role }) => roles.includes(role)));
  return GROUPS.map((group) => ({
    title: context.t(`accounts.demo.group.${group.key}`),
    people: persons
      .filter((duties) => groupOf(duties) === group)
      .map((duties) => personModel(duties, context)),
  })).filter((group) => group.people.length > 0);
}

function personModel(duties: readonly DemoPerson[], { t }: PageContext): DemoPersonModel {
  const labels = duties.map(({ role, divisionCode, merchantName }) => {
    const where = divisionCode ? t(`division.${divisionCode}`) : merchantName;
    const label = role ? t(`role.${role}`) : t('accounts.demo.newAccount');
    return where ? t('accounts.demo.dutyAt', { role: label, where }) : label;
  });
  return {
    id: duties[0]?.id ?? '',
    name: duties[0]?.personName ?? '',
    duties: labels.join(t('navigation.listComma')),
  };
}
