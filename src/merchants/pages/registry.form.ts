import { MERCHANT_ROLES } from '../../rules/lifecycle/roles.js';
import { ChoiceField, TextField } from '../../web/forms/fields.js';

export class AdmitAgentForm {
  @TextField({ label: 'accounts.mobile', max: 20, input: 'tel' })
  mobile!: string;
  @ChoiceField({ label: 'merchants.admit.role', values: MERCHANT_ROLES, options: 'role' })
  role!: (typeof MERCHANT_ROLES)[number];
}
