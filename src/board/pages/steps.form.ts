import { TextField, TextareaField } from '../../web/forms/fields.js';

export class StepForm {
  @TextField({ label: 'programmes.step', max: 40 })
  event!: string;
}

export class RecordForm {
  @TextField({ label: 'programmes.record.guard', max: 60 })
  guard!: string;
  @TextareaField({ label: 'programmes.record.text', min: 5, max: 1000, rows: 3 })
  text!: string;
}
