import type { DraftSheet } from '../../../rules/rounds/draft-sheet.js';
import { seenOf } from '../../../rules/rounds/merge-drafts.js';
import type { Indicator } from '../../../rules/scoring/indicator.js';
import { beijingTimeOfDay } from '../../../text/beijing-time-of-day.js';
import type { SavedSheet } from '../save-sheet.js';
import { seenMark } from './sheet-input.js';

/** An indicator as the fields of the page hold it. */
interface FieldValues {
  readonly code: string;
  readonly score: string;
  readonly comment: string;
  readonly seen: string;
}

/** What `public/scripts/autosave.js` and `merge-windows.js` read. */
export interface SavedAnswer {
  readonly time: string;
  readonly version: number;
  readonly indicators: readonly FieldValues[];
  readonly taken: readonly string[];
  readonly conflicts: readonly string[];
  readonly mark: { readonly flag: string; readonly note: string; readonly seenNote: string } | null;
}

export function savedAnswer(indicators: readonly Indicator[], saved: SavedSheet): SavedAnswer {
  const { draft, mark, taken, conflicts, version } = saved;
  return {
    time: beijingTimeOfDay(saved.savedAt),
    version,
    taken,
    conflicts,
    indicators: indicators.map(({ code }) => fieldValues(draft, code)),
    mark: mark && { flag: seenMark(mark).flag, note: mark.note, seenNote: seenMark(mark).note },
  };
}

export function fieldValues(draft: DraftSheet, code: string): FieldValues {
  return {
    code,
    score: String(draft.scores[code] ?? ''),
    comment: draft.comments[code] ?? '',
    seen: seenOf(draft, code),
  };
}
