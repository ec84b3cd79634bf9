import { ChoiceField, DayField, FlagField, TextField, WholeField } from '../../web/forms/fields.js';
import { type LegalBasisType, legalBasisTypes } from '../legal-basis.entity.js';

export class LegalBasisForm {
  @ChoiceField({
    label: 'programmes.basis.type',
    values: legalBasisTypes,
    options: 'programmes.basisType',
  })
  type!: LegalBasisType;
  @TextField({ label: 'programmes.basis.organ', min: 2, max: 60 })
  approvingOrgan!: string;
  @TextField({
    label: 'programmes.basis.number',
    hint: 'programmes.basis.number.hint',
    min: 6,
    max: 40,
  })
  documentNumber!: string;
  @DayField({ label: 'programmes.basis.validFrom' })
  validFrom!: string;
  @DayField({ label: 'programmes.basis.validTo' })
  validTo!: string;
  @WholeField({ label: 'programmes.basis.which', min: 0 })
  basisNumber!: number;
  @WholeField({ label: 'programmes.version', min: 0 })
  version!: number;
}

export class ApprovalForm {
  @WholeField({ label: 'programmes.basis.which', min: 1 })
  basisNumber!: number;
  @WholeField({ label: 'programmes.version', min: 1 })
  version!: number;
  @FlagField({ label: 'programmes.basis.wording', required: false })
  wordingAccepted!: boolean;
}
