import { type Actor, merchantOf } from '../actor.js';
import type { RawForm } from '../forms/parse-value.js';

/** A form that was sent when nobody was signed in any more. It travels through the sign-in page. */
export interface FormDraft {
  /** Where it was sent to. */
  readonly action: string;
  /** The page that it stood on. */
  readonly page: string;
  readonly fields: RawForm;
  /** Names of the files that went with it: a browser cannot choose them again by itself. */
  readonly files: readonly string[];
}

/** As the session has it: numbers and names in it are sealed at rest like everywhere else. */
export interface KeptDraft {
  readonly action: string;
  readonly sealed: string;
  /** The merchant it was typed for: a clerk at the window types for one after the other. */
  readonly merchantId: string | null;
}

declare module 'fastify' {
  interface Session {
    /** Put back into its form until that is sent again. */
    draft?: KeptDraft;
  }
}

/** Whose page it is, where one account may work for several merchants. */
export function merchantOfPage(actor: Actor | null, path: string): string | null {
  if (!actor || !/^\/my(?![^/?])/.test(path)) return null;
  return actor.window?.merchantId ?? merchantOf(actor);
}

/** As it came back from the page; null for anything that this program did not write there. */
export function readDraft(text: string | undefined): FormDraft | null {
  if (!text) return null;
  let draft: Partial<FormDraft> | null;
  try {
    draft = JSON.parse(text) as Partial<FormDraft> | null;
  } catch {
    return null;
  }
  const { action, page, fields, files } = draft ?? {};
  if (!isLocal(action) || !isLocal(page) || !Array.isArray(files)) return null;
  if (typeof fields !== 'object' || fields === null) return null;
  const texts = Object.entries(fields).filter(([, value]) => isText(value));
  const names = files.filter((name) => typeof name === 'string');
  return { action, page, fields: Object.fromEntries(texts), files: names };
}

function isText(value: unknown): boolean {
  return [value].flat().every((one) => typeof one === 'string');
}

/** Only a path of this site; anything else would lead people away. */
export function isLocal(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])[^\s]*$/.test(path);
}
