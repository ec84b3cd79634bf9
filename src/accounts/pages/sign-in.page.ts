import type { ErrorSummary, FieldText } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { DemoPerson } from '../account.queries.js';
import type { SignInForm } from './sign-in.form.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'accounts/sign-in': SignInPage;
  }
}

export interface SignInPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly mobile: FieldText;
  readonly password: FieldText;
  readonly next: string;
  readonly demoPeople: readonly { id: string; name: string; duties: string }[];
}

export function signInPage(
  form: Submitted<SignInForm>,
  people: readonly DemoPerson[],
  next: string,
) {
  return (context: PageContext): SignInPage => {
    const { t } = context;
    const drawn = context.draw(form);
    return {
      title: t('accounts.signIn.title'),
      breadcrumbs: [],
      summary: drawn.summary,
      mobile: drawn.text('mobile'),
      password: drawn.text('password'),
      next,
      demoPeople: byPerson(people, context),
    };
  };
}

/** One line a person, with all duties; the list comes ordered by person. */
function byPerson(people: readonly DemoPerson[], { t }: PageContext) {
  const grouped = new Map<string, { name: string; duties: string[] }>();
  for (const person of people) {
    const known = grouped.get(person.id) ?? { name: person.personName, duties: [] };
    const where = person.divisionCode ? t(`division.${person.divisionCode}`) : person.merchantName;
    const role = person.role ? t(`role.${person.role}`) : t('accounts.demo.newAccount');
    known.duties.push(where ? t('accounts.demo.dutyAt', { role, where }) : role);
    grouped.set(person.id, known);
  }
  return [...grouped].map(([id, { name, duties }]) => ({
    id,
    name,
    duties: duties.join(t('navigation.listComma')),
  }));
}
