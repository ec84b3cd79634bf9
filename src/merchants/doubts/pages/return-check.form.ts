import { ChoiceField, TextareaField, WholeField } from '../../../web/forms/fields.js';

export const RETURN_DECISIONS = ['confirm', 'sendBack'] as const;

export class ReturnCheckForm {
  @WholeField({ label: 'merchants.returnCheck.version', min: 1 })
  version!: number;
  @ChoiceField({
    label: 'merchants.returnCheck.decision',
    values: RETURN_DECISIONS,
    options: 'merchants.returnCheck.decision',
  })
  decision!: (typeof RETURN_DECISIONS)[number];
  @TextareaField({
    label: 'merchants.returnCheck.note',
    hint: 'merchants.returnCheck.note.hint',
    max: 500,
    rows: 3,
    required: false,
  })
  note!: string | null;
}
