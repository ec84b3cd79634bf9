import { LETTER_STAGES, type LetterStage } from '../../../rules/delivery/chosen-group.js';
import { DIVISION_CODES } from '../../../rules/identifiers/divisions.js';
import { ChoiceField, TextField, TextareaField, WholeField } from '../../../web/forms/fields.js';

export class LetterForm {
  /** Hidden where only one runs; where two do, whoever writes says which is meant. */
  @TextField({ label: 'lists.edition', max: 20, required: false })
  programmeId!: string | null;
  @ChoiceField({
    label: 'applications.letters.stage',
    values: LETTER_STAGES,
    options: 'applications.letters.stage',
  })
  stage!: LetterStage;
  @TextField({ label: 'applications.letters.category', max: 4, required: false })
  category!: string | null;
  @ChoiceField({
    label: 'applications.letters.division',
    values: DIVISION_CODES,
    options: 'division',
    required: false,
  })
  divisionCode!: string | null;
  @TextField({ label: 'applications.letters.subject', min: 4, max: 40 })
  subject!: string;
  @TextareaField({
    label: 'applications.letters.body',
    hint: 'applications.letters.body.hint',
    min: 10,
    max: 1000,
    rows: 8,
  })
  body!: string;
  /** What the preview said; without it the letter is only shown. */
  @WholeField({ label: 'applications.letters.merchants', min: 1, max: 1_000_000, required: false })
  merchants!: number | null;
}
