import type { OwnMark } from '../sheet-marks.js';
import { type SheetInput, seenMark } from './sheet-input.js';

/** What a judge notes for nobody else, as the form holds it. */
export interface MarkModel extends OwnMark {
  readonly seen: { readonly flag: string; readonly note: string };
}

/** A mark that came back is shown as it was typed, over what its page had shown. */
export function markModel({
  mark,
  typed,
}: {
  readonly mark?: OwnMark;
  readonly typed?: SheetInput;
}): MarkModel | null {
  if (!mark) return null;
  const { flagged, note, seen } = typed?.mark ?? { ...mark, seen: null };
  return {
    flagged,
    note,
    seen: seen ? { flag: seen.flagged ? '1' : '0', note: seen.note } : seenMark(mark),
  };
}
