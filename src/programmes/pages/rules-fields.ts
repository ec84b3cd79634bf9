import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { StatusTag } from '../../web/component-models.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import type { LastYearTrial } from '../last-year.js';
import type { IndicatorView } from './rubric-view.js';

export interface NumberField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly invalid: boolean;
}

/** A switch of the rules: a number, or one of some choices. */
export interface SwitchField extends NumberField {
  /** Null for a number. */
  readonly options:
    | readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
    | null;
}

export interface SwitchGroupView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly fields: readonly SwitchField[];
}

export interface IndicatorEdit extends IndicatorView {
  readonly weightField: NumberField;
  readonly fields: readonly NumberField[];
}

export interface CategoryEdit {
  readonly code: string;
  readonly name: string;
  readonly sum: StatusTag;
  readonly names: readonly NumberField[];
  readonly fields: readonly NumberField[];
  readonly divisions: readonly NumberField[];
  readonly switches: readonly SwitchGroupView[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: string;
    readonly indicators: readonly IndicatorEdit[];
  }[];
}

export interface RulesState {
  /** Rules as typed; the stored ones when nothing was sent. */
  readonly rules: RuleSet;
  readonly typed: RawForm | null;
  readonly errors: readonly FieldError[];
  readonly conflicting: boolean;
  /** The check button was pressed: the page answers with sums and saves nothing. */
  readonly checked: boolean;
  readonly trials: readonly LastYearTrial[];
  readonly scoresExist: boolean;
}
