import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** The templates as they stand in `views/` now. */
export function sourceTemplates(): Templates {
  const sources = new Map(readTemplates().map((source) => [source.name, source]));
  const handlebars = Handlebars.create();
  return {
    names: [...sources.keys()],
    handlebars,
    hasForm: (name) => sources.get(name)?.hasForm ?? false,
    make: (name) => handlebars.compile<object>(sources.get(name)!.text, settings),
  };
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
