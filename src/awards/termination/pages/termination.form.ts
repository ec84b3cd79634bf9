import { ChoiceField, FlagField, TextareaField, WholeField } from '../../../web/forms/fields.js';
import {
  type TerminationGround,
  terminationGrounds,
} from '../../../programmes/terminate-programme.js';

export class TerminationForm {
  @ChoiceField({
    label: 'programmes.termination.ground',
    values: terminationGrounds,
    options: 'programmes.termination.ground',
  })
  ground!: TerminationGround;
  @TextareaField({
    label: 'programmes.termination.reason',
    hint: 'programmes.termination.reason.hint',
    min: 20,
    max: 1000,
    rows: 5,
  })
  reason!: string;
  @FlagField({ label: 'programmes.termination.sure' })
  sure!: boolean;
  @WholeField({ label: 'programmes.version', min: 1 })
  version!: number;
}
