import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '../../src/text/catalogue.js';
import { viewHelpers } from '../../src/web/views/view-helpers.js';

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(viewHelpers).map((name) => [name, true])),
};

/** Renders a view by the rules of the product's own engine: strict, known helpers only. */
export function galleryRenderer(
  root: string,
  lang: Language,
): (view: string, model: object) => string {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(viewHelpers)) {
    handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
  }
  const views = join(root, 'views');
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const file of readdirSync(views, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = file.slice(0, -'.hbs'.length);
    const source = readFileSync(join(views, file), 'utf8');
    const template = handlebars.compile(source, OPTIONS);
    templates.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return (view, model) => {
    const template = templates.get(view);
    if (!template) throw new Error(`There is no view ${view}`);
    return template(model, { data: { lang } });
  };
}
