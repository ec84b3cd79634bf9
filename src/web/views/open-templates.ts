import { createRequire } from 'node:module';
import { join } from 'node:path';
import Handlebars from 'handlebars/dist/cjs/handlebars.runtime.js';
import type { Templates } from './templates.js';

/** What the build left beside the program it put together, else the sources. */
export async function openTemplates(): Promise<Templates> {
  const built = builtTemplates(join(import.meta.dirname, 'views'));
  if (built) return built;
  const { sourceTemplates } = await import('./source-templates.js');
  return sourceTemplates();
}

function builtTemplates(folder: string): Templates | null {
  const require = createRequire(import.meta.url);
  let contents: Record<string, { hasForm: boolean }>;
  try {
    contents = require(join(folder, 'contents.json')) as typeof contents;
  } catch {
    return null;
  }
  const handlebars = Handlebars.create();
  return {
    names: Object.keys(contents),
    handlebars,
    hasForm: (name) => contents[name]?.hasForm ?? false,
    make: (name) =>
      handlebars.template<object>(require(join(folder, `${name}.cjs`)) as TemplateSpecification),
  };
}
