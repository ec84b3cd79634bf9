import type { RuleSet } from '../../rules/scoring/rule-set.js';
import type { StatusTag } from '../../web/component-models.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import type { FieldError } from '../../web/forms/submitted.js';
import type { IndicatorView } from './rubric-view.js';

export interface NumberField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly invalid: boolean;
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
  readonly scoresExist: boolean;
  /** Code of the category shown, or `defence`; one at a time keeps the page light. */
  readonly tab: string;
}
