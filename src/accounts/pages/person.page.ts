import { formatInstant } from '../../text/format.js';
import type { StatusTag, SummaryList } from '../../web/component-models.js';
import type { ErrorSummary, FieldSelect } from '../../web/field-models.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import { appointableRoles } from '../appoint-person.js';
import type { PersonDuty, PersonRow } from '../people.queries.js';
import type { AppointForm } from './people.form.js';
import { accountState, dutyText } from './people.page.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'admin/person': PersonPage;
  }
}

export interface PersonPage extends PageFrame {
  readonly id: string;
  readonly state: StatusTag;
  readonly summary: ErrorSummary;
  readonly facts: SummaryList;
  readonly duties: readonly {
    readonly id: string;
    readonly text: string;
    readonly since: string;
    readonly endable: boolean;
  }[];
  readonly appointable: boolean;
  readonly role: FieldSelect;
  readonly divisionCode: FieldSelect;
  readonly active: boolean;
  readonly own: boolean;
}

export function personPage(
  person: PersonRow,
  duties: readonly PersonDuty[],
  form: Submitted<AppointForm>,
) {
  return (context: PageContext): PersonPage => {
    const { t, lang, actor } = context;
    const drawn = context.draw(form);
    const fact = (term: string, value: string) => ({ term: t(term), value, action: null });
    const active = person.disabledAt === null;
    return {
      title: person.personName,
      breadcrumbs: [
        { label: t('accounts.people.title'), href: '/admin' },
        { label: person.personName, href: null },
      ],
      id: person.id,
      state: accountState(person, context),
      summary: drawn.summary,
      facts: {
        rows: [
          fact('accounts.mobile', person.mobileMasked),
          fact('accounts.people.kind', t(`accounts.kind.${person.kind}`)),
          fact('accounts.people.since', formatInstant(lang, person.createdAt)),
        ],
      },
      duties: duties.map((duty) => ({
        id: duty.id,
        text: dutyText(duty, context),
        since: formatInstant(lang, duty.grantedAt),
        endable: active && (appointableRoles as readonly string[]).includes(duty.role),
      })),
      appointable: active && person.kind === 'office',
      role: drawn.select('role'),
      divisionCode: drawn.select('divisionCode'),
      active,
      own: person.id === actor?.accountId,
    };
  };
}
