import { MERCHANT_ROLES } from '../../rules/lifecycle/roles.js';
import { ChoiceField, FlagField, WholeField } from '../../web/forms/fields.js';
import { MerchantForm } from '../merchant.form.js';

/** What the two pages of a record add to its fields. */
export class RegisterMerchantForm extends MerchantForm {
  @ChoiceField({ label: 'merchants.role', values: MERCHANT_ROLES, options: 'role' })
  role!: (typeof MERCHANT_ROLES)[number];
  @FlagField({ label: 'merchants.confirmed', required: false })
  confirmed!: boolean;
}

export class ReviseMerchantForm extends MerchantForm {
  @FlagField({ label: 'merchants.confirmed', required: false })
  confirmed!: boolean;
  @WholeField({ label: 'merchants.version' })
  version!: number;
}
