import { GROUND_NUMBERS } from '../../../rules/rounds/conflict-grounds.js';
import type { FieldSelect, FieldTextarea } from '../../../web/field-models.js';
import { ChoiceField, TextareaField } from '../../../web/forms/fields.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { groundOptions } from '../../conflicts/pages/declaration.page.js';

export class LateConflictForm {
  @ChoiceField({ label: 'judging.late.ground', values: GROUND_NUMBERS })
  ground!: (typeof GROUND_NUMBERS)[number];
  @TextareaField({ label: 'judging.late.explanation', min: 4, max: 500, rows: 3 })
  explanation!: string;
}

export interface LateModel {
  readonly action: string;
  readonly open: boolean;
  readonly ground: FieldSelect;
  readonly explanation: FieldTextarea;
}

export function lateModel(
  base: string,
  form: Submitted<LateConflictForm> | undefined,
  context: PageContext,
): LateModel {
  const drawn = context.draw(form ?? unsentForm(LateConflictForm));
  return {
    action: `${base}/conflict`,
    open: form !== undefined,
    ground: drawn.select('ground', groundOptions(context.t)),
    explanation: drawn.textarea('explanation'),
  };
}
