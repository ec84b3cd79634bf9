import { DayField } from '../../web/forms/fields.js';

export class ReturnReminderForm {
  @DayField({
    label: 'merchants.divisionReturns.dueOn',
    hint: 'merchants.divisionReturns.dueOn.hint',
  })
  dueOn!: string;
}
