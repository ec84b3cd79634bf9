import { TextField } from '../../../web/forms/fields.js';

export class TestForm {
  @TextField({ label: 'accounts.mail.test.address', max: 254, autocomplete: 'off' })
  address!: string;
}
