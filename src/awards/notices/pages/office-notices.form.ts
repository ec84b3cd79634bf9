import {
  ChoiceField,
  DayField,
  TextField,
  TextareaField,
  WholeField,
} from '../../../web/forms/fields.js';

export class NoticeForm {
  @TextField({ label: 'awards.field.programme', max: 20 })
  programmeId!: string;
  @ChoiceField({
    label: 'awards.notice.kind',
    values: ['call', 'defence', 'publicity', 'publication', 'correction'],
    options: 'awards.notice.kind',
  })
  kind!: 'call' | 'defence' | 'publicity' | 'publication' | 'correction';
  @TextField({ label: 'awards.notice.title', hint: 'awards.notice.title.hint', min: 5, max: 120 })
  title!: string;
  @TextField({
    label: 'awards.notice.documentNumber',
    hint: 'awards.notice.documentNumber.hint',
    required: false,
    max: 40,
  })
  documentNumber!: string | null;
  @TextField({
    label: 'awards.notice.numberReason',
    hint: 'awards.notice.numberReason.hint',
    required: false,
    max: 100,
  })
  numberReason!: string | null;
  @WholeField({
    label: 'awards.notice.workingDays',
    hint: 'awards.notice.workingDays.hint',
    required: false,
    min: 1,
    max: 99,
  })
  workingDays!: number | null;
  @DayField({ label: 'awards.notice.lastDay', hint: 'awards.notice.lastDay.hint', required: false })
  lastDay!: string | null;
  @TextField({ label: 'awards.notice.discipline', required: false, max: 40 })
  discipline!: string | null;
  @TextField({ label: 'awards.notice.disciplineTelephone', required: false, max: 30, input: 'tel' })
  disciplineTelephone!: string | null;
  @TextareaField({ label: 'awards.notice.reason', required: false, max: 1000, rows: 3 })
  reason!: string | null;
}
