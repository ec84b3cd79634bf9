import type Handlebars from 'handlebars';
import { breakTitlesBetweenWords } from '../../text/break-between-words.js';
import { markChinese } from '../../text/mark-chinese.js';
import type { Layout } from '../layout-model.js';
import { KeptDrawings } from './kept-drawings.js';
import { openTemplates } from './open-templates.js';
import type { Template, Templates } from './templates.js';
import { type DrawingData, viewHelpers } from './view-helpers.js';

/** Draws pages. A template is made ready when a page first needs it. */
export class ViewEngine {
  private readonly ready = new Map<string, Template>();
  private readonly kept = new KeptDrawings((name, content, lang) =>
    this.template(name)(content, { data: { ...this.data(lang), root: this.shared } }),
  );

  /** What a kept part may name of the page around it. */
  private readonly shared: object;

  /** @param icons the address of the pictures that `partials/icon` draws */
  constructor(
    private readonly templates: Templates,
    icons: string,
  ) {
    this.shared = { layout: { assets: { icons } } };
    const { handlebars, names } = templates;
    for (const [name, helper] of Object.entries(viewHelpers)) {
      handlebars.registerHelper(name, helper as Handlebars.HelperDelegate);
    }
    for (const name of names) {
      const get = () => this.template(name);
      Object.defineProperty(handlebars.partials, name, { get, enumerable: true });
    }
  }

  static async open(icons: string): Promise<ViewEngine> {
    return new ViewEngine(await openTemplates(), icons);
  }

  /** Whether the page carries a form of its own and so needs a token even when nobody is signed in. */
  hasForm(template: string): boolean {
    return this.templates.hasForm(template);
  }

  /** A part of a page as HTML that is already escaped, for keeping where it never changes again. */
  fragment(template: string, model: object, lang: Layout['lang']): string {
    return inLanguage(this.template(template)(model, { data: this.data(lang) }), lang);
  }

  render(template: string, model: object, layout: Layout): string {
    const page = this.template(template)({ ...model, layout }, { data: this.data(layout.lang) });
    return inLanguage(breakTitlesBetweenWords(page), layout.lang);
  }

  private data(lang: Layout['lang']): DrawingData {
    return { lang, kept: (name, content) => this.kept.of(name, content, lang) };
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
