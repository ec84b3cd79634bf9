import { type RawForm, typedTexts } from '../forms/parse-value.js';

/** What one window sent of a form. */
export interface KeptWindow {
  /** When its page was asked for: an instant, by which the window is known. */
  readonly id: string;
  readonly savedAt: string;
  /** Names of the fields that were touched in it. */
  readonly typed: readonly string[];
  readonly fields: RawForm;
}

export interface EarlierText {
  readonly name: string;
  readonly value: string;
}

export interface KeptWindows {
  /** In the order of their last saves. */
  readonly windows: readonly KeptWindow[];
  /** Texts of windows that are put together by now, where another one typed over them. */
  readonly earlier: readonly EarlierText[];
  /** Windows whose form was taken: what was still on its way from them comes too late. */
  readonly taken: readonly string[];
}

/** More windows of one form than anybody has open, and texts than anybody reads again; the oldest go. */
const mostWindows = 8;
const mostEarlier = 100;

export const nothingKept: KeptWindows = { windows: [], earlier: [], taken: [] };

/** One more save. What its page had before it when it was asked for is in it already. */
export function withSave(kept: KeptWindows, save: KeptWindow): KeptWindows {
  const before = kept.windows.find(({ id }) => id === save.id);
  const others = kept.windows.filter(({ id }) => id !== save.id);
  const seen = others.filter((other) => isSeen(other, save.id));
  const typed = [...new Set([...(before?.typed ?? []), ...save.typed])];
  const apart = others.filter((other) => !seen.includes(other));
  return {
    ...kept,
    windows: [...apart, { ...save, typed }].slice(-mostWindows),
    earlier: distinct([...kept.earlier, ...together(seen).earlier]).slice(-mostEarlier),
  };
}

/** The form was sent from a window: what other windows typed, and it never showed, waits on. */
export function withoutTaken(kept: KeptWindows, id: string): KeptWindows {
  const windows = kept.windows.filter((one) => one.id !== id && !isSeen(one, id));
  return { ...kept, windows, taken: [...kept.taken, id].slice(-mostWindows) };
}

/** The form as its windows together left it: each keeps what it typed, the last save where two typed. */
export function joined(kept: KeptWindows): { fields: RawForm; earlier: readonly EarlierText[] } {
  const { fields, earlier } = together(kept.windows);
  const differing = [...kept.earlier, ...earlier].filter(
    ({ name, value }) => textOf(fields, name) !== value,
  );
  return { fields, earlier: distinct(differing) };
}

function together(windows: readonly KeptWindow[]) {
  const fields: Record<string, unknown> = { ...windows[0]?.fields };
  const touched = new Set(windows[0]?.typed);
  const earlier: EarlierText[] = [];
  for (const window of windows.slice(1)) {
    for (const name of window.typed) {
      const value = textOf(fields, name);
      const differs = value !== '' && value !== textOf(window.fields, name);
      if (touched.has(name) && differs) earlier.push({ name, value });
      touched.add(name);
      fields[name] = window.fields[name];
    }
  }
  return { fields, earlier };
}

function isSeen({ savedAt }: KeptWindow, id: string): boolean {
  return savedAt < id;
}

function textOf(fields: RawForm, name: string): string {
  return typedTexts(fields, name).join('\n').trim();
}

function distinct(texts: readonly EarlierText[]): readonly EarlierText[] {
  return [...new Map(texts.map((one) => [`${one.name}\n${one.value}`, one])).values()];
}
