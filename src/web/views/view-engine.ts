import type Handlebars from 'handlebars';
import { breakTitlesBetweenWords } from '../../text/break-between-words.js';
import type { Layout } from '../layout-model.js';
import { openTemplates } from './open-templates.js';
import type { Template, Templates } from './templates.js';
import { viewHelpers } from './view-helpers.js';

/** Draws pages. A template is made ready when a page first needs it. */
export class ViewEngine {
  private readonly ready = new Map<string, Template>();

  constructor(private readonly templates: Templates) {
    const { handlebars, names } = templates;
    for (const [name, helper] of Object.entries(viewHelpers)) {
      handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
    }
    for (const name of names) {
      const get = () => this.template(name);
      Object.defineProperty(handlebars.partials, name, { get, enumerable: true });
    }
  }

  static async open(): Promise<ViewEngine> {
    return new ViewEngine(await openTemplates());
  }

  /** Whether the page carries a form of its own and so needs a token even when nobody is signed in. */
  hasForm(template: string): boolean {
    return this.templates.hasForm(template);
  }

  /** A part of a page as HTML that is already escaped, for keeping where it never changes again. */
  fragment(template: string, model: object, lang: Layout['lang']): string {
    return this.template(template)(model, { data: { lang } });
  }

  render(template: string, model: object, layout: Layout): string {
    const page = this.template(template)({ ...model, layout }, { data: { lang: layout.lang } });
    return breakTitlesBetweenWords(page);
  }

  private template(name: string): Template {
    const known = this.ready.get(name);
    if (known) return known;
    if (!this.templates.names.includes(name)) throw new Error(`views/${name}.hbs is missing`);
    const template = this.templates.make(name);
    this.ready.set(name, template);
    return template;
  }
}
