import { mobileFault } from '../../rules/identifiers/contact-identifiers.js';
import { MERCHANT_ROLES } from '../../rules/lifecycle/roles.js';
import { ChoiceField, TextField } from '../../web/forms/fields.js';

export class AdmitAgentForm {
  @TextField({ label: 'accounts.mobile', max: 30, input: 'tel', check: mobileFault })
  mobile!: string;
  @ChoiceField({ label: 'merchants.admit.role', values: MERCHANT_ROLES, options: 'role' })
  role!: (typeof MERCHANT_ROLES)[number];
}
