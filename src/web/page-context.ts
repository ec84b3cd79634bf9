import type { Language, Translate } from '../text/catalogue.js';
import type { Actor } from './actor.js';
import { DrawnForm } from './forms/draw-form.js';
import type { Submitted } from './forms/submitted.js';

export type { Translate };

/** What a view-model builder may know besides its rows: language, reader, and the time of the page. */
export interface PageContext {
  readonly lang: Language;
  readonly t: Translate;
  readonly actor: Actor | null;
  readonly now: string;
  /** Name of the office, as a document is signed. */
  readonly office: string;
  readonly path: string;
  /** @param scope where a page shows the form more than once: what tells this one from the others */
  draw(form: Submitted<object>, scope?: string): DrawnForm;
}
