import { mobileFault } from '../../rules/identifiers/contact-identifiers.js';
import { DIVISION_CODES } from '../../rules/identifiers/divisions.js';
import { ChoiceField, TextField } from '../../web/forms/fields.js';
import { accountKinds } from '../account.entity.js';
import { appointableRoles } from '../appoint-person.js';

export class PeopleSearch {
  @TextField({ label: 'accounts.people.name', max: 20, required: false, input: 'search' })
  name!: string | null;
  @ChoiceField({ label: 'accounts.people.kind', values: accountKinds, required: false })
  kind!: (typeof accountKinds)[number] | null;
  @TextField({ label: 'accounts.people.page', max: 4, required: false })
  page!: string | null;
}

export class NewPersonForm {
  @TextField({ label: 'accounts.personName', min: 2, max: 20, autocomplete: 'off' })
  personName!: string;
  @TextField({
    label: 'accounts.mobile',
    max: 30,
    input: 'tel',
    autocomplete: 'off',
    check: mobileFault,
  })
  mobile!: string;
  @ChoiceField({
    label: 'accounts.people.kind',
    values: ['office', 'judge'],
    options: 'accounts.kind',
  })
  kind!: 'office' | 'judge';
}

export class AppointForm {
  @ChoiceField({ label: 'accounts.appoint.role', values: appointableRoles, options: 'role' })
  role!: (typeof appointableRoles)[number];
  @ChoiceField({
    label: 'accounts.appoint.divisionCode',
    hint: 'accounts.appoint.divisionCode.hint',
    values: DIVISION_CODES,
    options: 'division',
    required: false,
  })
  divisionCode!: string | null;
}
