import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runInThisContext } from 'node:vm';
import Handlebars from 'handlebars';
import { projectRoot } from '../../config/project-root.js';
import type { Templates } from './templates.js';
import { viewHelpers } from './view-helpers.js';

/** Strict, so that a missing value is an error and not a hole. */
const settings = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(viewHelpers).map((name) => [name, true])),
  preventIndent: true,
};

export interface TemplateSource {
  readonly name: string;
  readonly text: string;
  readonly hasForm: boolean;
}

let sources: ReadonlyMap<string, TemplateSource> | undefined;
const compiled = new Map<string, object>();

/** Those of `views/`, read once and compiled once for all applications of a process: specs start hundreds. */
export function sourceTemplates(): Templates {
  sources ??= new Map(readTemplates().map((source) => [source.name, source]));
  const known = sources;
  const handlebars = Handlebars.create();
  return {
    names: [...known.keys()],
    handlebars,
    hasForm: (name) => known.get(name)?.hasForm ?? false,
    make: (name) => handlebars.template<object>(compiledText(known.get(name)!.text)),
  };
}

function compiledText(text: string): object {
  const made = compiled.get(text) ?? (runInThisContext(`(${precompile(text)})`) as object);
  compiled.set(text, made);
  return made;
}

/** @returns in the order of their names */
export function readTemplates(): TemplateSource[] {
  const folder = join(projectRoot, 'views');
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const name = relative(folder, file)
        .replace(/\.hbs$/, '')
        .replaceAll('\\', '/');
      // Indentation is for who writes a template, not for the phone that loads the page.
      const text = readFileSync(file, 'utf8').replaceAll(/^[ \t]+/gm, '');
      const hasForm = text.includes('partials/csrf') && !name.startsWith('layouts/');
      return { name, text, hasForm };
    });
}

/** @returns the template as an expression in JavaScript, for the build to keep */
export function precompile(text: string): string {
  return Handlebars.precompile(text, settings) as unknown as string;
}
