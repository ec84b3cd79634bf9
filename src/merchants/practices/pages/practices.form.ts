import {
  ChoiceField,
  FlagField,
  TextField,
  TextareaField,
  WholeField,
} from '../../../web/forms/fields.js';
import {
  EVIDENCE_LEVELS,
  type EvidenceLevel,
  PRACTICE_SUBJECTS,
  type PracticeSubject,
} from '../../../rules/practices/practice.js';

const text = { min: 20, max: 800, rows: 6 } as const;

export class PracticeForm {
  @WholeField({ label: 'merchants.practice.version', min: 0, required: false })
  version!: number | null;
  @ChoiceField({
    label: 'merchants.practice.subject',
    values: PRACTICE_SUBJECTS,
    options: 'merchants.practice.subject',
  })
  subject!: PracticeSubject;
  @TextField({
    label: 'merchants.practice.headline',
    hint: 'merchants.practice.headline.hint',
    min: 4,
    max: 40,
  })
  headline!: string;
  @TextareaField({
    label: 'merchants.practice.doing',
    hint: 'merchants.practice.doing.hint',
    ...text,
  })
  doing!: string;
  @TextareaField({
    label: 'merchants.practice.copying',
    hint: 'merchants.practice.copying.hint',
    ...text,
  })
  copying!: string;
  @TextareaField({
    label: 'merchants.practice.helped',
    hint: 'merchants.practice.helped.hint',
    ...text,
  })
  helped!: string;
  @TextField({
    label: 'merchants.practice.figureLabel',
    hint: 'merchants.practice.figureLabel.hint',
    max: 40,
    required: false,
  })
  figureLabel!: string | null;
  @TextField({ label: 'merchants.practice.figureUnit', max: 10, required: false })
  figureUnit!: string | null;
  @TextareaField({
    label: 'merchants.practice.figures',
    hint: 'merchants.practice.figures.hint',
    max: 200,
    rows: 4,
    required: false,
  })
  figures!: string | null;
}

export class PictureForm {
  @TextField({
    label: 'merchants.practice.caption',
    hint: 'merchants.practice.caption.hint',
    min: 2,
    max: 50,
  })
  caption!: string;
}

export class ConsentForm {
  @WholeField({ label: 'merchants.practice.version', min: 1 })
  version!: number;
  @FlagField({ label: 'merchants.practice.consent', required: false })
  consent!: boolean;
}

export class RemovePictureForm {
  @TextField({ label: 'merchants.practice.picture', max: 20 })
  documentId!: string;
}

const level = {
  values: EVIDENCE_LEVELS,
  options: 'merchants.practice.level',
  required: false,
} as const;

export class PracticeReviewForm {
  @WholeField({ label: 'merchants.practice.version', min: 1 })
  version!: number;
  @ChoiceField({
    label: 'merchants.practice.decision',
    values: ['release', 'return'],
    options: 'merchants.practice.decision',
  })
  decision!: 'release' | 'return';
  @ChoiceField({ label: 'merchants.practice.doing', ...level })
  doing!: EvidenceLevel | null;
  @ChoiceField({ label: 'merchants.practice.copying', ...level })
  copying!: EvidenceLevel | null;
  @ChoiceField({ label: 'merchants.practice.helped', ...level })
  helped!: EvidenceLevel | null;
  @ChoiceField({ label: 'merchants.practice.figures', ...level })
  figures!: EvidenceLevel | null;
  @TextareaField({ label: 'merchants.practice.reason', max: 1000, rows: 4, required: false })
  reason!: string | null;
}
