import type Handlebars from 'handlebars';
import { breakTitlesBetweenWords } from '../../text/break-between-words.js';
import { markChinese } from '../../text/mark-chinese.js';
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
    return inLanguage(this.template(template)(model, { data: { lang } }), lang);
  }

  render(template: string, model: object, layout: Layout): string {
    const page = this.template(template)({ ...model, layout }, { data: { lang: layout.lang } });
    return inLanguage(breakTitlesBetweenWords(page), layout.lang);
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

/** Chinese is the language of the pages; on one in another language its words say so. */
function inLanguage(html: string, lang: Layout['lang']): string {
  return lang === 'zh-CN' ? html : markChinese(html);
}
