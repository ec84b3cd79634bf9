import type Handlebars from 'handlebars';

export type Template = Handlebars.TemplateDelegate<object>;

/** The templates by their names below `views/`, without the ending. */
export interface Templates {
  readonly names: readonly string[];
  readonly handlebars: typeof Handlebars;
  /** Whether the page carries a form of its own. */
  hasForm(name: string): boolean;
  /** Makes one of them ready. */
  make(name: string): Template;
}
