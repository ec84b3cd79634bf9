import { sha256Hex } from '../provenance/sha256-hex.js';
import type { DraftSheet } from './draft-sheet.js';

const HASH = 12;

/**
 * What a page showed, short enough to travel with the form: the points of an indicator as they are, of a
 * text its hash. It tells later whether the page changed something or only still shows it.
 */
export function seenOf(draft: DraftSheet, code: string): string {
  const comment = draft.comments[code];
  return [draft.scores[code] ?? '', ...(comment ? [seenText(comment)] : [])].join('.');
}

export function seenText(text: string): string {
  return text === '' ? '' : sha256Hex(text).slice(0, HASH);
}

export interface Typed {
  readonly mine: DraftSheet;
  readonly seen: Readonly<Record<string, string>>;
}

export interface MergedDraft {
  /** What is to be saved; of an indicator in conflict what was saved before. */
  readonly draft: DraftSheet;
  /** Indicators that another window changed and this one did not. */
  readonly taken: readonly string[];
  /** Indicators that both changed, each differently. */
  readonly conflicts: readonly string[];
}

/** Two windows of one sheet, indicator by indicator: whoever changed one has it. */
export function mergeDrafts(
  codes: readonly string[],
  saved: DraftSheet,
  { mine, seen }: Typed,
): MergedDraft {
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  const taken: string[] = [];
  const conflicts: string[] = [];
  for (const code of codes) {
    const [now, typed, before] = [seenOf(saved, code), seenOf(mine, code), seen[code]];
    const changedHere = typed !== before;
    const changedThere = now !== before;
    if (changedThere && now !== typed) (changedHere ? conflicts : taken).push(code);
    const from = changedHere && !(changedThere && now !== typed) ? mine : saved;
    if (from.scores[code] !== undefined) scores[code] = from.scores[code];
    if (from.comments[code] !== undefined) comments[code] = from.comments[code];
  }
  return { draft: { scores, comments }, taken, conflicts };
}

/** A private text that both windows changed is kept from both: nobody has to choose for a note. */
export function mergeNotes(
  saved: string,
  { mine, seen }: { readonly mine: string; readonly seen: string },
): string {
  if (seenText(mine) === seen) return saved;
  if (seenText(saved) === seen) return mine;
  if (saved.includes(mine)) return saved;
  if (mine.includes(saved)) return mine;
  return `${saved}\n${mine}`;
}
