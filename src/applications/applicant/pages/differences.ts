import type { RawForm } from '../../../web/forms/parse-value.js';
import type { PageContext } from '../../../web/page-context.js';
import { readField } from '../data-field.js';
import type { StepItem } from '../step-fields.js';
import { say, shown } from './draw-field.js';

/** One field that was saved with one value and typed with another. */
export interface Difference {
  readonly label: string;
  readonly stored: string;
  readonly typed: string;
}

export function differences(
  items: readonly StepItem[],
  typed: RawForm,
  context: PageContext,
): readonly Difference[] {
  return items
    .filter(({ open }) => open)
    .flatMap(({ field, stored }) => {
      const mine = readField(field, typed);
      if (!mine.problem && (mine.stored ?? '') === (stored ?? '')) return [];
      return [
        {
          label: say(field.label, context),
          stored: shown(field, stored, context),
          typed: mine.problem
            ? context.t('applications.merge.unreadable')
            : shown(field, mine.stored, context),
        },
      ];
    });
}
