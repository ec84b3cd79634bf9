import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { IntlMessageFormat } from 'intl-messageformat';

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { t: true, eq: true, or: true, number: true, inChinese: true },
};

/** Renders a view by the rules of the product's own engine: strict, known helpers only. */
export function galleryRenderer(
  root: string,
  lang: string,
): (view: string, model: object) => string {
  const handlebars = Handlebars.create();
  const messages: Record<string, string> = JSON.parse(
    readFileSync(join(root, 'locales', lang, 'design.json'), 'utf8'),
  );

  handlebars.registerHelper({
    t: (key: string, { hash }: Handlebars.HelperOptions) => {
      const message = messages[key];
      if (message === undefined) throw new Error(`${lang} has no text for ${key}`);
      return new IntlMessageFormat(message, lang).format<string>(hash);
    },
    eq: (left: unknown, right: unknown) => left === right,
    or: (left: unknown, right: unknown) => Boolean(left) || Boolean(right),
    inChinese: (text: unknown) =>
      lang !== 'zh-CN' && typeof text === 'string' && /\p{Script=Han}/u.test(text),
    number: (value: number) => new Intl.NumberFormat(lang).format(value),
  });

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
    return template(model);
  };
}
