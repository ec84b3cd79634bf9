import { mobileFault } from '../../rules/identifiers/contact-identifiers.js';
import { FlagField, PasswordField, TextField } from '../../web/forms/fields.js';

export class RegisterForm {
  @TextField({
    label: 'accounts.mobile',
    hint: 'accounts.mobile.hint',
    max: 20,
    input: 'tel',
    autocomplete: 'tel',
    check: mobileFault,
  })
  mobile!: string;
  @TextField({ label: 'accounts.personName', min: 2, max: 20, autocomplete: 'name' })
  personName!: string;
  @PasswordField({
    label: 'accounts.password',
    hint: 'accounts.password.hint',
    max: 200,
    autocomplete: 'new-password',
  })
  password!: string;
  @FlagField({ label: 'accounts.consent' })
  consent!: boolean;
}

export class PasswordForm {
  @PasswordField({ label: 'accounts.password.current', max: 200, autocomplete: 'current-password' })
  current!: string;
  @PasswordField({
    label: 'accounts.password.next',
    hint: 'accounts.password.hint',
    max: 200,
    autocomplete: 'new-password',
  })
  next!: string;
}
