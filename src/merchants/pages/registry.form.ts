import { MERCHANT_ROLES } from '../../rules/lifecycle/roles.js';
import { DIVISION_CODES } from '../../rules/identifiers/divisions.js';
import { SIZE_CLASSES } from '../../rules/registry/size-class.js';
import { SECTORS } from '../../rules/registry/vocabulary.js';
import { ChoiceField, FlagField, TextField, WholeField } from '../../web/forms/fields.js';

const optional = { required: false };

export class RegistrySearchForm {
  @TextField({ label: 'merchants.registry.text', max: 60, input: 'search', ...optional })
  text!: string | null;
  @ChoiceField({
    label: 'merchants.divisionCode',
    values: DIVISION_CODES,
    options: 'division',
    ...optional,
  })
  division!: string | null;
  @ChoiceField({
    label: 'merchants.sector',
    values: SECTORS,
    options: 'merchants.sector',
    ...optional,
  })
  sector!: string | null;
  @ChoiceField({
    label: 'merchants.registry.size',
    values: SIZE_CLASSES.map((one) => one.code),
    options: 'merchants.size',
    ...optional,
  })
  size!: string | null;
  @WholeField({ label: 'merchants.registry.year', min: 2000, max: 2100, ...optional })
  year!: number | null;
  @FlagField({ label: 'merchants.registry.withoutReturn', ...optional })
  withoutReturn!: boolean;
  @WholeField({ label: 'merchants.registry.page', min: 1, max: 100_000, ...optional })
  page!: number | null;
}

export class AdmitAgentForm {
  @TextField({ label: 'accounts.mobile', max: 20, input: 'tel' })
  mobile!: string;
  @ChoiceField({ label: 'merchants.admit.role', values: MERCHANT_ROLES, options: 'role' })
  role!: (typeof MERCHANT_ROLES)[number];
}
