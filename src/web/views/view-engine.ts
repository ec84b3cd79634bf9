import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { projectRoot } from '../../config/project-root.js';
import type { Layout } from '../layout-model.js';
import { viewHelpers } from './view-helpers.js';

type Compiled = (model: object, options: { data: object }) => string;

/** Compiles every template once; strict, so a missing value is an error and not a hole. */
export class ViewEngine {
  private readonly handlebars = Handlebars.create();
  private readonly pages = new Map<string, Compiled>();
  private readonly withForm = new Set<string>();

  constructor(folder = join(projectRoot, 'views')) {
    for (const [name, helper] of Object.entries(viewHelpers)) {
      this.handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
    }
    const knownHelpers = Object.fromEntries(Object.keys(viewHelpers).map((name) => [name, true]));
    for (const file of templateFiles(folder)) {
      const name = relative(folder, file)
        .replace(/\.hbs$/, '')
        .replaceAll('\\', '/');
      const source = readFileSync(file, 'utf8');
      const compiled = this.handlebars.compile(source, {
        strict: true,
        knownHelpersOnly: true,
        knownHelpers: knownHelpers,
        preventIndent: true,
      });
      this.handlebars.registerPartial(name, compiled);
      this.pages.set(name, compiled);
      if (source.includes('partials/csrf') && !name.startsWith('layouts/')) this.withForm.add(name);
    }
  }

  /** Whether the page carries a form of its own and so needs a token even when nobody is signed in. */
  hasForm(template: string): boolean {
    return this.withForm.has(template);
  }

  /** A part of a page as HTML that is already escaped, for keeping where it never changes again. */
  fragment(template: string, model: object, lang: Layout['lang']): Handlebars.SafeString {
    const compiled = this.pages.get(template);
    if (!compiled) throw new Error(`views/${template}.hbs is missing`);
    return new Handlebars.SafeString(compiled(model, { data: { lang } }));
  }

  render(template: string, model: object, layout: Layout): string {
    const compiled = this.pages.get(template);
    if (!compiled) throw new Error(`views/${template}.hbs is missing`);
    return compiled({ ...model, layout }, { data: { lang: layout.lang } });
  }
}

function templateFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
