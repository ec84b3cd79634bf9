import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import { IntlMessageFormat } from 'intl-messageformat';

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { t: true, eq: true, or: true, number: true },
};

/** Renders a view by the rules of the product's own engine: strict, known helpers only. */
export function galleryRenderer(
  root: string,
  lang: string,
): (view: string, model: object) => string {
  const handlebars = Handlebars.create();
  const messages = JSON.parse(
    readFileSync(join(root, 'locales', lang, 'design.json'), 'utf8'),
  ) as Record<string, string>;

  handlebars.registerHelper({
    t: (key: string, { hash }: Handlebars.HelperOptions) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`${lang} has no text for ${key}`);
      return new IntlMessageFormat(message, lang).format<string>(hash);
    },
    eq: (left: unknown, right: unknown) => left === right,
    or: (left: unknown, right: unknown) => Boolean(left) || Boolean(right),
    number: (value: number) => new Intl.NumberFormat(lang).format(value),
  });

  const views = join(root, 'views');
  for (const file of readdirSync(views, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const name = relative('.', file).slice(0, -'.hbs'.length);
    const source = readFileSync(join(views, file), 'utf8');
    handlebars.registerPartial(name, handlebars.compile(source, OPTIONS));
  }
  return (view, model) => (handlebars.partials[view] as Handlebars.TemplateDelegate)(model);
}
