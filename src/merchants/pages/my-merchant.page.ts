import { DIVISION_CODES } from '../../rules/identifiers/divisions.js';
import { type FieldProblem, doubtKey } from '../../rules/registry/field-problem.js';
import { NATURAL_PERSON_TYPES } from '../../rules/registry/vocabulary.js';
import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldFile,
  FieldNumber,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../web/field-models.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import type { DrawnForm } from '../../web/forms/draw-form.js';
import type { Submitted } from '../../web/forms/submitted.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { MerchantRow, ParkRow } from '../merchant.queries.js';
import { areConfirmed, confirmField } from '../../web/forms/confirmed-doubts.js';
import type { Difference } from './record-texts.js';
import { addressFields } from './same-address.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'merchants/my-merchant': MyMerchantPage;
  }
}

export interface MyMerchantPage extends PageFrame {
  readonly summary: ErrorSummary;
  readonly registering: boolean;
  /** Registered, and not counted among the city's merchants yet. */
  readonly waiting: boolean;
  /** Doubts to be confirmed before saving, none at first. */
  readonly doubts: readonly string[];
  /** Keys of the doubts that are shown, sent along with the tick. */
  readonly asked: readonly string[];
  readonly confirmed: FieldCheckboxes;
  /** Theirs and mine, when another save came first. */
  readonly differences: readonly Difference[];
  readonly version: string;
  readonly role: FieldRadios | null;
  readonly merchantType: FieldRadios;
  readonly name: FieldText;
  readonly creditCode: FieldText | null;
  readonly idType: FieldSelect;
  readonly idValue: FieldText;
  readonly exemptionGround: FieldRadios | null;
  readonly exemptionStatement: FieldFile | null;
  readonly headName: FieldText;
  readonly headNamePublic: FieldCheckboxes | null;
  readonly foundedOn: FieldDate;
  readonly capitalWan: FieldNumber | null;
  readonly divisionCode: FieldSelect;
  readonly town: FieldText;
  readonly registeredAddress: FieldText;
  readonly sameAddress: FieldCheckboxes;
  readonly workingAddress: FieldText;
  readonly goodsCategories: FieldCheckboxes;
  readonly sector: FieldRadios;
  readonly businessType: FieldRadios;
  readonly park: FieldSelect;
  readonly farmGoodsSharePct: FieldNumber;
  readonly localOriginPct: FieldNumber;
  readonly principalSharePct: FieldNumber;
  readonly staff: FieldNumber;
  readonly insured: FieldNumber;
  readonly contactName: FieldText;
  readonly contactMobile: FieldText;
  readonly contactEmail: FieldText;
  readonly birthDate: FieldDate;
  readonly personIdNo: FieldText;
  readonly intro: FieldTextarea;
}

export interface MyMerchantRows {
  readonly registering: boolean;
  readonly parks: readonly ParkRow[];
  /** The record as it stands; null while registering. */
  readonly stored: MerchantRow | null;
  readonly doubts?: readonly FieldProblem[];
  readonly differences?: (context: PageContext) => readonly Difference[];
  /** The version a next save replaces, when it is not the one that was typed. */
  readonly version?: number;
}

export function myMerchantPage(form: Submitted<object>, rows: MyMerchantRows) {
  return (context: PageContext): MyMerchantPage => {
    const { t, lang } = context;
    const drawn = context.draw(form);
    const doubts = rows.doubts ?? [];
    const type = typedTexts(form.typed, 'merchantType')[0] ?? '';
    const exempt = type === 'exemptPerson';
    const parks = rows.parks.map((park) => ({
      value: park.code,
      label: lang === 'en' ? park.nameEn : park.nameZh,
    }));
    const title = t(rows.registering ? 'merchants.register.title' : 'merchants.revise.title');
    return {
      title,
      breadcrumbs: [
        { label: t('navigation.my'), href: '/my' },
        { label: title, href: null },
      ],
      summary: drawn.summary,
      registering: rows.registering,
      waiting: rows.stored !== null && rows.stored.acceptedAt === null,
      doubts: doubts.map((doubt) =>
        t(doubt.code, { ...doubt.variables, field: t(`merchants.${doubt.field}`) }),
      ),
      asked: doubts.map(doubtKey),
      confirmed: confirmField(t('merchants.confirmed'), t('merchants.confirmed.tick'), {
        error: drawn.summary.errors.find(({ name }) => name === 'confirmed')?.text ?? null,
        ticked: areConfirmed(form.typed, doubts),
      }),
      differences: rows.differences?.(context) ?? [],
      version: String(rows.version ?? typedTexts(form.typed, 'version')[0] ?? ''),
      role: rows.registering && !context.actor?.clerk ? drawn.radios('role') : null,
      merchantType: drawn.radios('merchantType'),
      name: drawn.text('name', 'full'),
      creditCode: exempt ? null : { ...drawn.text('creditCode'), required: true },
      exemptionGround: exempt ? { ...drawn.radios('exemptionGround'), required: true } : null,
      idType: { ...drawn.select('idType'), placeholder: t('merchants.idType.none') },
      idValue: drawn.text('idValue'),
      exemptionStatement: exempt ? statementField(rows.stored, drawn, context) : null,
      headName: drawn.text('headName', 'short'),
      headNamePublic: NATURAL_PERSON_TYPES.includes(type) ? drawn.flag('headNamePublic') : null,
      foundedOn: drawn.date('foundedOn'),
      capitalWan: exempt ? null : drawn.number('capitalWan'),
      divisionCode: drawn.select(
        'divisionCode',
        DIVISION_CODES.map((code) => ({ value: code, label: t(`division.${code}`) })),
      ),
      town: drawn.text('town'),
      ...addressFields(
        drawn.text('registeredAddress', 'full'),
        drawn.text('workingAddress', 'full'),
        form,
        context,
      ),
      goodsCategories: drawn.checkboxes('goodsCategories', undefined, true),
      sector: drawn.radios('sector', undefined, true),
      businessType: drawn.radios('businessType'),
      park: { ...drawn.select('park', parks), placeholder: t('merchants.park.none') },
      farmGoodsSharePct: drawn.number('farmGoodsSharePct'),
      localOriginPct: drawn.number('localOriginPct'),
      principalSharePct: drawn.number('principalSharePct'),
      staff: drawn.number('staff'),
      insured: drawn.number('insured'),
      contactName: drawn.text('contactName', 'short'),
      contactMobile: drawn.text('contactMobile'),
      contactEmail: drawn.text('contactEmail'),
      birthDate: drawn.date('birthDate'),
      personIdNo: personIdField(rows.stored, drawn, context),
      intro: drawn.textarea('intro'),
    };
  };
}

function statementField(
  stored: MerchantRow | null,
  drawn: DrawnForm,
  { t }: PageContext,
): FieldFile {
  const name = 'exemptionStatement';
  const id = stored?.exemptionStatementId ?? null;
  return {
    name,
    label: t('merchants.exemptionStatement'),
    hint: t('merchants.exemptionStatement.hint'),
    error: drawn.summary.errors.find((error) => error.name === name)?.text ?? null,
    required: !id,
    accept: '.pdf,.jpg,.jpeg,.png,.webp',
    multiple: false,
    files: id
      ? [{ label: t('merchants.shop.file.current'), href: `/documents/${id}`, size: '' }]
      : [],
  };
}

/** A stored number is named by its last four characters and never comes back into the field. */
function personIdField(
  stored: MerchantRow | null,
  drawn: DrawnForm,
  { t }: PageContext,
): FieldText {
  const field = drawn.text('personIdNo');
  const masked = stored?.personIdMasked;
  return masked ? { ...field, hint: t('merchants.personIdNo.stored', { masked }) } : field;
}
