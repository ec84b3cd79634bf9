import type { Label } from './data-field.js';
import type { StepName } from './step-fields.js';

export type StepOfForm = 'register' | StepName | 'evidence' | 'declarations';

/** One thing that stands between a draft and its submission, with the place where it is put right. */
export interface SubmissionProblem {
  readonly step: StepOfForm;
  /** Field on that step's page, null when the whole step is meant. */
  readonly field: string | null;
  readonly code: string;
  readonly label: Label | null;
}
