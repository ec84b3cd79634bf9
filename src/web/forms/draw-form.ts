import type {
  ErrorSummary,
  FieldCheckboxes,
  FieldDate,
  FieldNumber,
  FieldRadios,
  FieldSelect,
  FieldText,
  FieldTextarea,
} from '../field-models.js';
import type { Language, Translate } from '../../text/catalogue.js';
import { labelledVariables } from '../../text/lifecycle-variables.js';
import { type FieldMeta, fieldsOf } from './field-meta.js';
import { typedTexts } from './parse-value.js';
import type { FieldError, Submitted } from './submitted.js';

/** Draws the fields of a form for the partials, with what was typed and the errors beside them. */
export class DrawnForm {
  private readonly metas: ReadonlyMap<string, FieldMeta>;

  constructor(
    private readonly submitted: Submitted<object>,
    private readonly t: Translate,
    private readonly lang: Language,
    private readonly scope?: string,
  ) {
    this.metas = new Map(fieldsOf(submitted.form).map((meta) => [meta.name, meta]));
  }

  /** For `partials/error-summary`, in page order. */
  get summary(): ErrorSummary {
    const fields = [...this.metas.keys()];
    const place = ({ field }: FieldError) =>
      this.metas.has(field) ? fields.indexOf(field) : fields.length;
    return {
      errors: this.submitted.errors
        .toSorted((one, other) => place(one) - place(other))
        .map((error) => ({
          name: error.field || 'form',
          ...this.scoped(),
          text: this.errorText(error),
        })),
    };
  }

  text(name: string, width: FieldText['width'] = 'medium'): FieldText {
    const meta = this.meta(name);
    return {
      ...this.common(meta),
      type: meta.kind === 'password' ? 'password' : meta.input,
      value: meta.kind === 'password' ? '' : this.typed(name),
      autocomplete: meta.autocomplete,
      maxLength: null,
      width,
    };
  }

  textarea(name: string): FieldTextarea {
    const meta = this.meta(name);
    return { ...this.common(meta), value: this.typed(name), rows: meta.rows, maxLength: null };
  }

  number(name: string): FieldNumber {
    const meta = this.meta(name);
    return {
      ...this.common(meta),
      value: this.typed(name),
      unit: meta.unit ? this.t(meta.unit) : null,
      decimals: meta.kind === 'hundredths',
    };
  }

  date(name: string): FieldDate {
    const [year = '', month = '', day = ''] = this.typed(name).split('-');
    return {
      ...this.common(this.meta(name)),
      year: typedTexts(this.submitted.typed, `${name}.year`)[0] ?? year,
      month: typedTexts(this.submitted.typed, `${name}.month`)[0] ?? month.replace(/^0/, ''),
      day: typedTexts(this.submitted.typed, `${name}.day`)[0] ?? day.replace(/^0/, ''),
    };
  }

  select(name: string, options?: readonly { value: string; label: string }[]): FieldSelect {
    const meta = this.meta(name);
    return {
      ...this.common(meta),
      placeholder: this.t('forms.pleaseChoose'),
      options: this.options(meta, options),
    };
  }

  radios(
    name: string,
    options?: readonly { value: string; label: string; hint?: string }[],
    inline = false,
  ): FieldRadios {
    const meta = this.meta(name);
    const hints = new Map(options?.map((option) => [option.value, option.hint ?? null]));
    return {
      ...this.common(meta),
      inline,
      options: this.options(meta, options).map((option) => ({
        ...option,
        hint: hints.get(option.value) ?? null,
      })),
    };
  }

  checkboxes(
    name: string,
    options?: readonly { value: string; label: string; hint?: string }[],
    inline = false,
  ): FieldCheckboxes {
    return this.radios(name, options, inline);
  }

  /**
   * A single tick: a list of one, whose label is the sentence that is agreed to. That it may be left out
   * goes without saying.
   */
  flag(name: string): FieldCheckboxes {
    const meta = this.meta(name);
    const selected = ['on', 'true', '1'].includes(this.typed(name));
    return {
      ...this.common(meta),
      required: true,
      inline: false,
      options: [{ value: 'on', label: this.t(`${meta.label}.tick`), selected, hint: null }],
    };
  }

  private scoped() {
    return this.scope === undefined ? {} : { scope: this.scope };
  }

  private meta(name: string): FieldMeta {
    const meta = this.metas.get(name);
    if (!meta) throw new Error(`${this.submitted.form.name} has no field “${name}”`);
    return meta;
  }

  private typed(name: string): string {
    return typedTexts(this.submitted.typed, name)[0] ?? '';
  }

  private options(meta: FieldMeta, given?: readonly { value: string; label: string }[]) {
    const chosen = typedTexts(this.submitted.typed, meta.name);
    const options =
      given ?? meta.values.map((value) => ({ value, label: this.t(`${meta.options}.${value}`) }));
    return options.map(({ value, label }) => ({ value, label, selected: chosen.includes(value) }));
  }

  private common(meta: FieldMeta) {
    const error = this.submitted.errors.find((one) => one.field === meta.name);
    return {
      name: meta.name,
      ...this.scoped(),
      label: this.t(meta.label),
      hint: meta.hint ? this.t(meta.hint) : null,
      error: error ? this.errorText(error) : null,
      required: meta.required,
    };
  }

  private errorText(error: FieldError): string {
    const meta = this.metas.get(error.field);
    const variables = labelledVariables(this.lang, error.code, error.variables);
    return this.t(error.code, { ...variables, field: meta ? this.t(meta.label) : '' });
  }
}
