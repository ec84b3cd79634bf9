import { type FieldProblem, doubtKey } from '../../rules/registry/field-problem.js';
import type { FieldCheckboxes } from '../field-models.js';
import { type RawForm, typedTexts } from './parse-value.js';

/** The doubts that stood before the eyes of whoever ticked the box; none without the tick. */
export function confirmedDoubts(raw: RawForm): readonly string[] {
  return typedTexts(raw, 'confirmed')[0] === 'on' ? typedTexts(raw, 'asked') : [];
}

/** Whether a tick was set beside every one of these doubts, and not beside others. */
export function areConfirmed(raw: RawForm, doubts: readonly FieldProblem[]): boolean {
  const confirmed = confirmedDoubts(raw);
  return doubts.every((one) => confirmed.includes(doubtKey(one)));
}

export function confirmField(
  label: string,
  tick: string,
  { error, ticked }: { readonly error: string | null; readonly ticked: boolean },
): FieldCheckboxes {
  return {
    name: 'confirmed',
    label,
    hint: null,
    error,
    required: true,
    inline: false,
    options: [{ value: 'on', label: tick, hint: null, selected: ticked }],
  };
}
