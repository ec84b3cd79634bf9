import {
  ChoicesField,
  DayField,
  TextField,
  TextareaField,
  WholeField,
} from '../../web/forms/fields.js';

/** The fields of a programme as local rules list them; there is none for fees. */
export class DetailsForm {
  @TextField({ label: 'programmes.name', hint: 'programmes.name.hint', min: 4, max: 25 })
  name!: string;
  @TextField({ label: 'programmes.host', min: 2, max: 60 })
  host!: string;
  @WholeField({ label: 'programmes.year', min: 2000, max: 2100 })
  year!: number;
  @WholeField({
    label: 'programmes.dataYear',
    hint: 'programmes.dataYear.hint',
    min: 1999,
    max: 2099,
  })
  dataYear!: number;
  @TextareaField({ label: 'programmes.scope', min: 2, max: 500, rows: 3 })
  scope!: string;
  @TextField({ label: 'programmes.cycle', hint: 'programmes.cycle.hint', min: 2, max: 40 })
  cycle!: string;
  @TextareaField({
    label: 'programmes.funds',
    hint: 'programmes.funds.hint',
    min: 2,
    max: 500,
    rows: 3,
  })
  funds!: string;
}

export class EditDetailsForm extends DetailsForm {
  @WholeField({ label: 'programmes.version' })
  version!: number;
}

export class NewProgrammeForm extends DetailsForm {
  @TextField({ label: 'programmes.source', hint: 'programmes.source.hint', max: 20 })
  sourceId!: string;
  @ChoicesField({
    label: 'programmes.categories',
    values: ['G', 'Y', 'N'],
  })
  categories!: string[];
  @DayField({ label: 'programmes.openingDay', hint: 'programmes.openingDay.hint' })
  openingDay!: string;
}
