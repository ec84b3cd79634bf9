import { CodeForm } from '../../codes/code.form.js';
import { ChoicesField, PasswordField, TextField } from '../../../web/forms/fields.js';

export class EmailForm {
  @TextField({ label: 'accounts.email', max: 254, input: 'email', autocomplete: 'email' })
  email!: string;
}

export class MobileForm {
  @TextField({ label: 'accounts.mobile.new', max: 20, input: 'tel', autocomplete: 'tel' })
  mobile!: string;
}

export class MobileCodesForm {
  @TextField({ label: 'accounts.code.id', max: 20, required: false })
  oldId!: string | null;
  @TextField({ label: 'accounts.code.id', max: 20, required: false })
  newId!: string | null;
  @TextField({ label: 'accounts.code.old', max: 12, autocomplete: 'off' })
  oldCode!: string;
  @TextField({ label: 'accounts.code.new', max: 12, autocomplete: 'one-time-code' })
  newCode!: string;
}

export const channelNames = ['mailUrgent', 'mailOther', 'smsUrgent'] as const;

export class ChannelsForm {
  @ChoicesField({
    label: 'accounts.channels.also',
    values: channelNames,
    options: 'accounts.channels',
    required: false,
  })
  channels!: (typeof channelNames)[number][];
}

export class RecoverForm {
  @TextField({
    label: 'accounts.recover.address',
    hint: 'accounts.recover.address.hint',
    max: 254,
    autocomplete: 'username',
  })
  address!: string;
}

export class RecoverCodeForm extends CodeForm {
  @PasswordField({
    label: 'accounts.password.next',
    hint: 'accounts.password.hint',
    max: 200,
    autocomplete: 'new-password',
  })
  password!: string;
}

export class CloseForm {
  @PasswordField({ label: 'accounts.password', max: 200, autocomplete: 'current-password' })
  password!: string;
}
