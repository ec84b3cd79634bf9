import Handlebars from 'handlebars/dist/cjs/handlebars.runtime.js';
import type { Layout } from '../layout-model.js';
import { type Templates, openTemplates } from './templates.js';
import { viewHelpers } from './view-helpers.js';

type Template = Handlebars.TemplateDelegate<object>;

/** Draws pages. A template is made ready when a page first needs it. */
export class ViewEngine {
  private readonly handlebars = Handlebars.create();
  private readonly ready = new Map<string, Template>();

  constructor(private readonly templates: Templates) {
    for (const [name, helper] of Object.entries(viewHelpers)) {
      this.handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
    }
    for (const name of templates.names) {
      const get = () => this.template(name);
      Object.defineProperty(this.handlebars.partials, name, { get, enumerable: true });
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
  fragment(template: string, model: object, lang: Layout['lang']): Handlebars.SafeString {
    return new Handlebars.SafeString(this.template(template)(model, { data: { lang } }));
  }

  render(template: string, model: object, layout: Layout): string {
    return this.template(template)({ ...model, layout }, { data: { lang: layout.lang } });
  }

  private template(name: string): Template {
    const known = this.ready.get(name);
    if (known) return known;
    const template = this.handlebars.template<object>(this.templates.specification(name));
    this.ready.set(name, template);
    return template;
  }
}
