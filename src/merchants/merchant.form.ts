import { DIVISION_CODES } from '../rules/identifiers/divisions.js';
import type { MerchantFacts } from '../rules/registry/merchant-facts.js';
import {
  BUSINESS_TYPES,
  EXEMPTION_GROUNDS,
  GOODS_CATEGORIES,
  ID_TYPES,
  MERCHANT_TYPES,
  SECTORS,
} from '../rules/registry/vocabulary.js';
import {
  ChoiceField,
  ChoicesField,
  DayField,
  FlagField,
  HundredthsField,
  TextField,
  TextareaField,
  WholeField,
} from '../web/forms/fields.js';

const percent = { min: 0, max: 10_000, unit: 'forms.unit.percent' };
const people = { min: 0, max: 99_999, unit: 'forms.unit.people' };

/** The fields of a register record: the page's form and an import's row are read by the same class. */
export class MerchantForm implements MerchantFacts {
  @ChoiceField({
    label: 'merchants.merchantType',
    values: MERCHANT_TYPES,
    options: 'merchants.merchantType',
  })
  merchantType!: string;
  @TextField({ label: 'merchants.name', hint: 'merchants.name.hint', min: 2, max: 60 })
  name!: string;
  @TextField({
    label: 'merchants.creditCode',
    hint: 'merchants.creditCode.hint',
    max: 30,
    required: false,
  })
  creditCode!: string | null;
  @ChoiceField({
    label: 'merchants.idType',
    hint: 'merchants.idType.hint',
    values: ID_TYPES,
    options: 'merchants.idType',
    required: false,
  })
  idType!: string | null;
  @TextField({ label: 'merchants.idValue', max: 20, required: false })
  idValue!: string | null;
  @ChoiceField({
    label: 'merchants.exemptionGround',
    hint: 'merchants.exemptionGround.hint',
    values: EXEMPTION_GROUNDS,
    options: 'merchants.exemptionGround',
    required: false,
  })
  exemptionGround!: string | null;
  @TextField({ label: 'merchants.headName', min: 2, max: 20 })
  headName!: string;
  @FlagField({ label: 'merchants.headNamePublic', required: false })
  headNamePublic!: boolean;
  @DayField({ label: 'merchants.foundedOn', hint: 'merchants.foundedOn.hint' })
  foundedOn!: string;
  @HundredthsField({
    label: 'merchants.capitalWan',
    unit: 'forms.unit.wan',
    min: 0,
    required: false,
  })
  capitalWan!: number | null;
  @ChoiceField({
    label: 'merchants.divisionCode',
    hint: 'merchants.divisionCode.hint',
    values: DIVISION_CODES,
    options: 'division',
  })
  divisionCode!: string;
  @TextField({ label: 'merchants.town', max: 40 })
  town!: string;
  @TextField({ label: 'merchants.registeredAddress', min: 5, max: 100 })
  registeredAddress!: string;
  @TextField({ label: 'merchants.workingAddress', min: 5, max: 100 })
  workingAddress!: string;
  @ChoicesField({
    label: 'merchants.goodsCategories',
    hint: 'merchants.goodsCategories.hint',
    values: GOODS_CATEGORIES,
    options: 'merchants.goods',
    max: 3,
  })
  goodsCategories!: string[];
  @ChoiceField({
    label: 'merchants.sector',
    hint: 'merchants.sector.hint',
    values: SECTORS,
    options: 'merchants.sector',
  })
  sector!: string;
  @ChoiceField({
    label: 'merchants.businessType',
    values: BUSINESS_TYPES,
    options: 'merchants.businessType',
  })
  businessType!: string;
  @TextField({ label: 'merchants.park', max: 20, required: false })
  park!: string | null;
  @HundredthsField({
    label: 'merchants.farmGoodsSharePct',
    hint: 'merchants.farmGoodsSharePct.hint',
    ...percent,
    required: false,
  })
  farmGoodsSharePct!: number | null;
  @HundredthsField({ label: 'merchants.localOriginPct', ...percent, required: false })
  localOriginPct!: number | null;
  @HundredthsField({
    label: 'merchants.principalSharePct',
    hint: 'merchants.principalSharePct.hint',
    ...percent,
    required: false,
  })
  principalSharePct!: number | null;
  @WholeField({ label: 'merchants.staff', hint: 'merchants.staff.hint', ...people })
  staff!: number;
  @WholeField({ label: 'merchants.insured', hint: 'merchants.insured.hint', ...people })
  insured!: number;
  @TextField({ label: 'merchants.contactName', min: 2, max: 20 })
  contactName!: string;
  @TextField({ label: 'merchants.contactMobile', max: 30, input: 'tel' })
  contactMobile!: string;
  @TextField({
    label: 'merchants.contactEmail',
    hint: 'merchants.contactEmail.hint',
    max: 100,
    input: 'email',
    required: false,
  })
  contactEmail!: string | null;
  @DayField({ label: 'merchants.birthDate', hint: 'merchants.birthDate.hint', required: false })
  birthDate!: string | null;
  @TextField({
    label: 'merchants.personIdNo',
    hint: 'merchants.personIdNo.hint',
    max: 24,
    required: false,
  })
  personIdNo!: string | null;
  @TextareaField({
    label: 'merchants.intro',
    hint: 'merchants.intro.hint',
    min: 100,
    max: 800,
    rows: 6,
  })
  intro!: string;
}
