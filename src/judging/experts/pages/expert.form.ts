import { mobileFault } from '../../../rules/identifiers/contact-identifiers.js';
import { GOODS_CATEGORIES } from '../../../rules/registry/vocabulary.js';
import {
  ChoiceField,
  ChoicesField,
  FlagField,
  TextField,
  WholeField,
} from '../../../web/forms/fields.js';
import { EXPERT_DIVISIONS, ORGANISATION_TYPES } from '../expert-choices.js';

export class ExpertForm {
  @TextField({ label: 'judging.expert.name', min: 2, max: 20 })
  name!: string;
  @TextField({ label: 'judging.expert.field', min: 2, max: 40 })
  field!: string;
  @TextField({ label: 'judging.expert.organisation', min: 2, max: 60 })
  organisation!: string;
  @ChoiceField({
    label: 'judging.expert.organisationType',
    values: ORGANISATION_TYPES,
    options: 'judging.organisationType',
  })
  organisationType!: string;
  @ChoiceField({
    label: 'judging.expert.division',
    hint: 'judging.expert.division.hint',
    values: EXPERT_DIVISIONS,
    options: 'judging.division',
    required: false,
  })
  divisionCode!: string | null;
  @TextField({
    label: 'judging.expert.address',
    hint: 'judging.expert.address.hint',
    max: 60,
    required: false,
  })
  address!: string | null;
  @ChoicesField({
    label: 'judging.expert.categories',
    values: ['G', 'Y', 'N'],
  })
  categories!: string[];
  @ChoicesField({
    label: 'judging.expert.topics',
    hint: 'judging.expert.topics.hint',
    values: GOODS_CATEGORIES,
    options: 'merchants.goods',
    required: false,
  })
  topics!: string[];
}

export class NewExpertForm extends ExpertForm {
  @TextField({
    label: 'judging.expert.mobile',
    hint: 'judging.expert.mobile.hint',
    max: 30,
    input: 'tel',
    check: mobileFault,
  })
  mobile!: string;
  @TextField({ label: 'judging.expert.email', max: 100, required: false, input: 'email' })
  email!: string | null;
}

export class EditExpertForm extends ExpertForm {
  @FlagField({ label: 'judging.expert.active', required: false })
  active!: boolean;
  @WholeField({ label: 'judging.expert.version', min: 1 })
  version!: number;
}
