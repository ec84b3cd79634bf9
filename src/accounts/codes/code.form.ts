import { TextField } from '../../web/forms/fields.js';

/** A code that was sent, with the number of the sending. */
export class CodeForm {
  @TextField({ label: 'accounts.code.id', max: 20, required: false })
  id!: string | null;
  @TextField({
    label: 'accounts.code',
    hint: 'accounts.code.hint',
    max: 12,
    autocomplete: 'one-time-code',
  })
  code!: string;
}
