import type { Indicator } from '../../../rules/scoring/indicator.js';
import { formatHundredths } from '../../../text/format.js';
import type { FieldTextarea } from '../../../web/field-models.js';
import type { FieldError } from '../../../web/forms/submitted.js';
import type { PageContext } from '../../../web/page-context.js';
import { indicatorLabel } from '../../sheets/pages/score-step.js';
import type { PaperFields } from './paper-input.js';

/** One line of the paper: points and words. */
export interface PaperField {
  readonly code: string;
  readonly label: string;
  readonly most: string;
  readonly points: string;
  readonly comment: string;
  readonly error: string | null;
}

export interface SentPaper {
  readonly fields: PaperFields;
  readonly errors: readonly FieldError[];
}

export function dissentField(
  value: string,
  error: string | null,
  { t }: PageContext,
): FieldTextarea {
  return {
    name: 'dissent',
    label: t('judging.paper.dissent'),
    hint: t('judging.paper.dissent.hint'),
    error,
    required: false,
    value,
    rows: 2,
    maxLength: null,
  };
}

export function paperField(
  indicator: Indicator,
  { fields, errors }: SentPaper,
  context: PageContext,
): PaperField {
  const { code, weight } = indicator;
  const found = errors.find(({ field }) => field === `score-${code}`);
  return {
    code,
    label: indicatorLabel(indicator, context),
    most: formatHundredths(weight),
    points: fields.points[code] ?? '',
    comment: fields.comments[code] ?? '',
    error: found ? context.t(found.code, found.variables) : null,
  };
}
