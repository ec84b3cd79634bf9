import { MERCHANT_RELATIONS, PERSON_RELATIONS } from '../../rules/registry/vocabulary.js';
import { ChoiceField, TextField } from '../../web/forms/fields.js';

export class RelatedMerchantForm {
  @TextField({ label: 'merchants.relations.merchantName', min: 2, max: 60 })
  name!: string;
  @TextField({ label: 'merchants.creditCode', max: 30, required: false })
  creditCode!: string | null;
  @ChoiceField({
    label: 'merchants.relations.relation',
    values: MERCHANT_RELATIONS,
    options: 'merchants.relation',
  })
  relation!: string;
}

export class RelatedPersonForm {
  @TextField({ label: 'merchants.relations.personName', min: 2, max: 20 })
  personName!: string;
  @ChoiceField({
    label: 'merchants.relations.relation',
    values: PERSON_RELATIONS,
    options: 'merchants.personRelation',
  })
  personRelation!: string;
}
