import type {
  FieldCheckboxes,
  FieldDate,
  FieldNumber,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import type { PageContext } from '../../../web/page-context.js';
import { formatDay, formatHundredths, formatNumber } from '../../../text/format.js';
import { type DataField, type Label, inputText } from '../data-field.js';
import { shopTitle } from '../shop-title.js';
import type { StepItem } from '../step-fields.js';

/** One field for `applications/field`: exactly one of its parts is set. */
export interface DrawnField {
  readonly number: FieldNumber | null;
  readonly date: FieldDate | null;
  readonly select: FieldSelect | null;
  readonly checkboxes: FieldCheckboxes | null;
  readonly text: FieldText | null;
  readonly textarea: FieldTextarea | null;
}

export function say(label: Label, context: PageContext): string {
  const { t, lang } = context;
  if ('key' in label) {
    const shop = label.shop ? { shop: shopTitle(label.shop, context) } : {};
    return t(label.key, { ...label.variables, ...shop });
  }
  return lang === 'zh-CN' ? label.zh : label.en;
}

/** What stands in the inputs of a page that nobody has sent yet. */
export function storedForm(items: readonly StepItem[]): RawForm {
  return Object.fromEntries(
    items.map(({ field, stored }) => [field.name, inputText(field, stored)]),
  );
}

export function drawField(
  { field, required }: Pick<StepItem, 'field' | 'required'>,
  typed: RawForm,
  errors: readonly FieldError[],
  context: PageContext,
): DrawnField {
  const error = errors.find((one) => one.field === field.name);
  const label = say(field.label, context);
  const common = {
    name: field.name,
    label,
    hint: field.hint ? say(field.hint, context) : null,
    error: error ? context.t(error.code, { ...error.variables, field: label }) : null,
    required,
  };
  const value = typedTexts(typed, field.name)[0] ?? '';
  const none = {
    number: null,
    date: null,
    select: null,
    checkboxes: null,
    text: null,
    textarea: null,
  };
  switch (field.kind) {
    case 'whole':
    case 'hundredths':
      return {
        ...none,
        number: { ...common, value, unit: null, decimals: field.kind === 'hundredths' },
      };
    case 'day':
      return { ...none, date: { ...common, ...dayParts(field.name, value, typed) } };
    case 'choice':
      return {
        ...none,
        select: {
          ...common,
          placeholder: context.t('forms.pleaseChoose'),
          options: field.options.map((option) => ({
            value: option.value,
            label: say(option.label, context),
            selected: option.value === value,
          })),
        },
      };
    case 'flag':
      // A box left empty is an answer too, so nothing is called optional here.
      return { ...none, checkboxes: tickBox({ ...common, required: true }, value, context) };
    case 'text':
      return {
        ...none,
        text: {
          ...common,
          type: 'text',
          value,
          autocomplete: null,
          maxLength: field.max,
          width: 'full',
        },
      };
    default:
      return { ...none, textarea: { ...common, value, rows: 6, maxLength: null } };
  }
}

function tickBox(
  common: Omit<FieldCheckboxes, 'inline' | 'options'>,
  value: string,
  { t }: PageContext,
): FieldCheckboxes {
  const selected = ['on', '1', 'true'].includes(value);
  const option = { value: 'on', label: t('applications.tick'), selected, hint: null };
  return { ...common, inline: false, options: [option] };
}

function dayParts(name: string, value: string, typed: RawForm) {
  const [year = '', month = '', day = ''] = value.split('-');
  const part = (key: string, otherwise: string) =>
    typedTexts(typed, `${name}.${key}`)[0] ?? otherwise.replace(/^0/, '');
  return { year: part('year', year), month: part('month', month), day: part('day', day) };
}

/** A stored value as a reader sees it; a dash where there is none. */
export function shown(field: DataField, stored: string | null, context: PageContext): string {
  if (stored === null || stored === '') return context.t('applications.nothing');
  switch (field.kind) {
    case 'whole':
      return formatNumber(Number(stored));
    case 'hundredths':
      return formatHundredths(Number(stored));
    case 'day':
      return formatDay(context.lang, stored);
    case 'choice': {
      const option = field.options.find(({ value }) => value === stored);
      return option ? say(option.label, context) : stored;
    }
    case 'flag':
      return context.t(stored === '1' ? 'applications.yes' : 'applications.no');
    default:
      return stored;
  }
}
