import { ValidateBy } from 'class-validator';
import { type FieldMeta, registerField } from './field-meta.js';
import { type Checked, checkers } from './check-value.js';

type Given = Partial<Omit<FieldMeta, 'name' | 'kind'>> & Pick<FieldMeta, 'label'>;

/** One line of text: normalised, then `min` to `max` characters. */
export const TextField = (given: Given) => field('text', given);
/** Several lines of text. */
export const TextareaField = (given: Given) => field('textarea', given);
/** A password: taken as typed, never shown again. */
export const PasswordField = (given: Given) => field('password', given);
/** A whole number. */
export const WholeField = (given: Given) => field('whole', given);
/** A number with two decimals, kept in hundredths: money in 万元, per cent, points. */
export const HundredthsField = (given: Given) => field('hundredths', given);
/** A Beijing day, typed as year, month and day. */
export const DayField = (given: Given) => field('day', given);
/** One of `values`. */
export const ChoiceField = (given: Given & { values: readonly string[] }) => field('choice', given);
/** Any of `values`. */
export const ChoicesField = (given: Given & { values: readonly string[] }) =>
  field('choices', given);
/** Any of what the page offers: which that are is data, so the use case knows them. */
export const PickedField = (given: Given) => field('choices', given);
/** A single tick. */
export const FlagField = (given: Given) => field('flag', given);

function field(kind: FieldMeta['kind'], given: Given): PropertyDecorator {
  return (target, property) => {
    const meta: FieldMeta = {
      hint: null,
      required: true,
      min: null,
      max: null,
      unit: null,
      values: [],
      options: '',
      input: 'text',
      autocomplete: null,
      rows: 5,
      ...given,
      name: String(property),
      kind,
    };
    registerField(target, meta);
    ValidateBy(
      {
        name: 'field',
        validator: {
          validate: (value: unknown) => checkers[kind](value, meta) === null,
        },
      },
      {
        message: ({ value }) => problemText(checkers[kind](value as never, meta)),
      },
    )(target, property);
  };
}

/** class-validator carries texts only; the problem travels as JSON and is read back by `readForm`. */
function problemText(problem: Checked): string {
  return JSON.stringify(problem ?? {});
}
