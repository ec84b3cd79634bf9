import type { TypedBefore } from '../errors/typed-before.js';
import type { Breadcrumb } from '../layout-model.js';
import type { WalkModel } from '../component-models.js';
import type { Paper } from '../../paper/paper.js';
import type { PageContext } from '../page-context.js';

/**
 * Template → its view model. Each page file adds its own line:
 * `declare module '../../web/views/page.js' { interface PageModels { 'judging/sheet': SheetPage } }`
 */
export interface PageModels {
  'web/error': ErrorPage;
}

export interface ErrorPage extends PageFrame {
  readonly status: number;
  readonly text: string;
  /** The address leads to nothing: a search is offered. */
  readonly lost: boolean;
  /** What the person had typed into a page that was refused. */
  readonly typed: readonly TypedBefore[];
}

/** What every page says about itself. */
export interface PageFrame {
  readonly title: string;
  /** From the home page down to this one; the last has no link. */
  readonly breadcrumbs: readonly Breadcrumb[];
  /** Set while something is under way: the browser asks again after so many seconds. */
  readonly refreshSeconds?: number | null;
  /** Set where the page was opened from a list that it is a row of. */
  readonly walk?: WalkModel | null;
}

export class Page {
  constructor(
    readonly template: keyof PageModels,
    readonly build: (context: PageContext) => PageFrame,
    readonly status: number,
  ) {}
}

/** A page to be rendered for whoever asked: the builder is a pure function of rows and context. */
export function page<K extends keyof PageModels>(
  template: K,
  build: (context: PageContext) => PageModels[K] & PageFrame,
  status = 200,
): Page {
  return new Page(template, build, status);
}

/** A document as a file to be edited: who asked for it gives it its language, as with a page. */
export class PaperFile {
  constructor(
    readonly build: (context: PageContext) => Paper,
    readonly name: string,
  ) {}
}

/** @param name of the file, without its ending */
export function paperFile(build: (context: PageContext) => Paper, name: string): PaperFile {
  return new PaperFile(build, name);
}

export class Redirect {
  constructor(
    readonly path: string,
    readonly flash: {
      readonly key: string;
      readonly variables?: Record<string, string | number>;
    } | null,
  ) {}
}

/** After a change: 303 to the page that shows it, with a sentence about what was done. */
export function redirect(
  path: string,
  flash: string | null = null,
  variables?: Record<string, string | number>,
): Redirect {
  return new Redirect(path, flash ? { key: flash, variables } : null);
}

export class Download {
  constructor(
    readonly content: string | Buffer,
    readonly contentType: string,
    readonly fileName: string,
    readonly inline: boolean,
  ) {}
}

/** A file made for this request: CSV, JSON, a document. */
export function download(
  content: string | Buffer,
  contentType: string,
  fileName: string,
  inline = false,
): Download {
  return new Download(content, contentType, fileName, inline);
}
