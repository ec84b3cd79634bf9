import { TextareaField, WholeField } from '../../../web/forms/fields.js';

export class IssueForm {
  @WholeField({ label: 'judging.panel.seat', min: 1, max: 999, required: false })
  seat!: number | null;
}

export class WithdrawForm {
  @TextareaField({ label: 'judging.paper.withdraw.reason', min: 4, max: 300, rows: 2 })
  reason!: string;
}
