import { PasswordField, TextField } from '../../web/forms/fields.js';

export class SignInForm {
  @TextField({ label: 'accounts.mobile', max: 30, input: 'tel', autocomplete: 'username' })
  mobile!: string;
  @PasswordField({ label: 'accounts.password', max: 200, autocomplete: 'current-password' })
  password!: string;
  @TextField({ label: 'accounts.next', max: 300, required: false })
  next!: string | null;
}
