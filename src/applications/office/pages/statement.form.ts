import { ChoiceField, TextareaField } from '../../../web/forms/fields.js';
import { statementOutcomes } from '../../screening-statement.entity.js';

export class StatementForm {
  @TextareaField({
    label: 'review.statement.statement',
    hint: 'review.statement.statement.hint',
    min: 20,
    max: 2000,
    rows: 8,
  })
  statement!: string;
}

export class StatementAnswerForm {
  @ChoiceField({
    label: 'review.statement.outcome',
    values: statementOutcomes,
    options: 'review.statement.outcome',
  })
  outcome!: (typeof statementOutcomes)[number];
  @TextareaField({ label: 'review.statement.reply', min: 10, max: 1000, rows: 4 })
  reply!: string;
}
