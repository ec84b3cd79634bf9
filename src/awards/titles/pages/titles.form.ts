import { ChoiceField, FlagField, TextareaField, WholeField } from '../../../web/forms/fields.js';
import { type OfficeTitleEvent, titleEvents } from '../move-title.js';

export class TitleForm {
  @WholeField({ label: 'awards.field.version', min: 1 })
  version!: number;
  @ChoiceField({ label: 'awards.title.action', values: titleEvents, options: 'lifecycle.event' })
  event!: OfficeTitleEvent;
  @TextareaField({
    label: 'awards.title.reason',
    hint: 'awards.title.reason.hint',
    min: 10,
    max: 1000,
    rows: 3,
  })
  reason!: string;
  @FlagField({ label: 'awards.title.grounds' })
  grounds!: boolean;
}
