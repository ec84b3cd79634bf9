import type { IconName } from './icon-name.js';

export interface ErrorSummary {
  /** In page order; `name` is the field's name, which makes the link. */
  readonly errors: readonly {
    readonly name: string;
    readonly scope?: string;
    readonly text: string;
  }[];
}

interface Field {
  readonly name: string;
  /** Where a page shows the form more than once: what tells this one from the others. */
  readonly scope?: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  readonly required: boolean;
}

export interface FieldText extends Field {
  /** A number to call is drawn as a text with the keys of a telephone: one that people sign in with must be. */
  readonly type: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
  readonly value: string;
  readonly autocomplete: string | null;
  readonly maxLength: number | null;
  readonly width: 'short' | 'medium' | 'full';
}

export interface FieldTextarea extends Field {
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number | null;
}

export interface FieldNumber extends Field {
  /** What the person typed, also when it is no number. */
  readonly value: string;
  readonly unit: string | null;
  readonly decimals: boolean;
}

export interface FieldSelect extends Field {
  /** First entry of the list while nothing is chosen; null where a choice is always made. */
  readonly placeholder: string | null;
  readonly options: readonly Option[];
}

export interface FieldRadios extends Field {
  readonly inline: boolean;
  readonly options: readonly ChoiceOption[];
}

export type FieldCheckboxes = FieldRadios;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export interface ChoiceOption extends Option {
  readonly hint: string | null;
}

/** Posts `name.year`, `name.month` and `name.day`; typed digits survive a refusal. */
export interface FieldDate extends Field {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export interface FieldFile extends Field {
  /** For the accept attribute, for example ".pdf,.jpg". */
  readonly accept: string;
  readonly multiple: boolean;
  readonly files: readonly {
    readonly label: string;
    readonly href: string;
    readonly size: string;
  }[];
}

export interface Button {
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'danger' | 'quiet';
  /** A link that looks like a button; null for a submit button. */
  readonly href: string | null;
  readonly name: string | null;
  readonly value: string | null;
  readonly icon: IconName | null;
}
