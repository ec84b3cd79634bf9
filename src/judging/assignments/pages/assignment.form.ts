import { parseValue, type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import {
  ChoiceField,
  FlagField,
  TextField,
  TextareaField,
  WholeField,
} from '../../../web/forms/fields.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { type AssignmentMode, assignmentModes } from '../assignment.entity.js';
import type { SittingJudge } from '../round-facts.js';

const LIMIT_MOST = 9999;

export class AssignmentForm {
  @ChoiceField({
    label: 'assignment.form.mode',
    values: assignmentModes,
    options: 'assignment.mode',
  })
  mode!: AssignmentMode;
  @WholeField({
    label: 'assignment.form.perApplication',
    hint: 'assignment.form.perApplication.hint',
    unit: 'assignment.unit.judges',
    min: 1,
    max: 99,
    required: false,
  })
  perApplication!: number | null;
  @WholeField({
    label: 'assignment.form.limit',
    hint: 'assignment.form.limit.hint',
    unit: 'assignment.unit.sheets',
    min: 1,
    max: LIMIT_MOST,
    required: false,
  })
  limit!: number | null;
  @FlagField({ label: 'assignment.form.keep', required: false })
  keep!: boolean;
  @TextField({
    label: 'assignment.form.seed',
    hint: 'assignment.form.seed.hint',
    max: 64,
    required: false,
  })
  seed!: string | null;
}

const decisionReason = {
  label: 'assignment.decision.reason',
  hint: 'assignment.decision.reason.hint',
  min: 4,
  max: 300,
  rows: 2,
} as const;

export class AssignmentDecisionForm {
  @ChoiceField({
    label: 'assignment.form.mode',
    values: assignmentModes,
    options: 'assignment.mode',
  })
  mode!: AssignmentMode;
  @TextField({ label: 'assignment.preview.title', max: 64 })
  preview!: string;
  @TextareaField(decisionReason)
  reason!: string;
}

const perApplicationOf = { label: 'assignment.form.perApplication', min: 1, max: 99 } as const;

export class AssignmentImportForm {
  @WholeField({
    ...perApplicationOf,
    hint: 'assignment.import.perApplication.hint',
    unit: 'assignment.unit.judges',
  })
  perApplication!: number;
}

export class ImportDecisionForm {
  @TextField({ label: 'assignment.import.file', max: 64 })
  file!: string;
  @TextField({ label: 'assignment.preview.title', max: 64 })
  digest!: string;
  @WholeField(perApplicationOf)
  perApplication!: number;
  @TextareaField(decisionReason)
  reason!: string;
}

/** Which preview a page shows; a page opened without one shows the newest. */
export class PreviewSearch {
  @TextField({ label: 'assignment.preview.title', max: 20, required: false })
  preview!: string | null;
  @ChoiceField({
    label: 'assignment.form.mode',
    values: ['wholePanel'],
    options: 'assignment.mode',
    required: false,
  })
  mode!: 'wholePanel' | null;
}

export const limitName = (seatId: string) => `limit-${seatId}`;

/** Limits of single judges: one field a seat, so they are read by hand and checked the same way. */
export function readLimits(
  form: Submitted<AssignmentForm>,
  raw: RawForm,
  seats: readonly SittingJudge[],
): { readonly form: Submitted<AssignmentForm>; readonly limits: Readonly<Record<string, number>> } {
  const limits: Record<string, number> = {};
  let checked = form;
  if (form.ok && form.value.mode === 'perApplication' && form.value.perApplication === null) {
    const code = 'assignment.form.perApplicationMissing';
    checked = checked.with({ field: 'perApplication', code, variables: {} });
  }
  for (const { id, number } of seats) {
    const name = limitName(id);
    const value = parseValue(raw, { ...wholeMeta, name });
    if (value === null) continue;
    if (typeof value === 'number' && value >= 0 && value <= LIMIT_MOST) limits[id] = value;
    else {
      const variables = { seat: number, typed: typedTexts(raw, name)[0] ?? '', most: LIMIT_MOST };
      checked = checked.with({ field: name, code: 'assignment.form.limitInvalid', variables });
    }
  }
  return { form: checked, limits };
}

const wholeMeta = {
  kind: 'whole',
  label: 'assignment.form.limit',
  hint: null,
  required: false,
  min: 0,
  max: LIMIT_MOST,
  unit: null,
  values: [],
  options: '',
  input: 'text',
  autocomplete: null,
  rows: 1,
} as const;
