import {
  ChoiceField,
  DayField,
  FlagField,
  TextField,
  TextareaField,
  WholeField,
} from '../../web/forms/fields.js';
import { PHASES } from '../../rules/programme/phases.js';
import { RECOMMENDING_DIVISIONS } from '../../rules/programme/recommending-divisions.js';

export class AnnouncementForm {
  @WholeField({ label: 'programmes.version', min: 1 })
  version!: number;
}

export class ExtensionForm {
  @ChoiceField({
    label: 'programmes.extension.phase',
    values: PHASES.map(({ phase }) => phase),
    options: 'lifecycle.programme',
  })
  phase!: string;
  @ChoiceField({
    label: 'programmes.extension.scope',
    values: ['all', 'division', 'application'],
    options: 'programmes.extension.scope',
  })
  scope!: 'all' | 'division' | 'application';
  @ChoiceField({
    label: 'programmes.extension.division',
    hint: 'programmes.extension.division.hint',
    values: RECOMMENDING_DIVISIONS,
    options: 'division',
    required: false,
  })
  divisionCode!: string | null;
  @TextField({
    label: 'programmes.extension.applicant',
    hint: 'programmes.extension.applicant.hint',
    max: 20,
    required: false,
  })
  applicationId!: string | null;
  @FlagField({ label: 'programmes.extension.newDrafts', required: false })
  newDrafts!: boolean;
  @DayField({ label: 'programmes.extension.newLastDay' })
  newLastDay!: string;
  @TextareaField({
    label: 'programmes.extension.reason',
    hint: 'programmes.extension.reason.hint',
    min: 10,
    max: 500,
    rows: 3,
  })
  reason!: string;
}
