import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { runInThisContext } from 'node:vm';
import { projectRoot } from '../../config/project-root.js';

/** What `Handlebars.precompile` makes of a template, for `Handlebars.template`. */
type Specification = TemplateSpecification;

/** The templates by their names below `views/`, without the ending. */
export interface Templates {
  readonly names: readonly string[];
  /** Whether the page carries a form of its own. */
  hasForm(name: string): boolean;
  /** @throws Error naming the file when there is no such template */
  specification(name: string): Specification;
}

/** What the build left beside the program it put together, else the sources. */
export async function openTemplates(): Promise<Templates> {
  const built = builtTemplates(join(import.meta.dirname, 'views'));
  if (built) return built;
  const { precompile } = await import('./precompile.js');
  return sourceTemplates(
    join(projectRoot, 'views'),
    (source) => runInThisContext(`(${precompile(source)})`) as Specification,
  );
}

function builtTemplates(folder: string): Templates | null {
  const require = createRequire(import.meta.url);
  let contents: Record<string, { hasForm: boolean }>;
  try {
    contents = require(join(folder, 'contents.json')) as typeof contents;
  } catch {
    return null;
  }
  return {
    names: Object.keys(contents),
    hasForm: (name) => contents[name]?.hasForm ?? false,
    specification: (name) => {
      if (!contents[name]) throw missing(name);
      return require(join(folder, `${name}.cjs`)) as Specification;
    },
  };
}

function sourceTemplates(folder: string, compile: (source: string) => Specification): Templates {
  const sources = new Map(
    templateFiles(folder).map((name) => [name, readFileSync(join(folder, `${name}.hbs`), 'utf8')]),
  );
  return {
    names: [...sources.keys()],
    hasForm: (name) => hasForm(name, sources.get(name) ?? ''),
    specification: (name) => {
      const source = sources.get(name);
      if (source === undefined) throw missing(name);
      return compile(source);
    },
  };
}

function missing(name: string): Error {
  return new Error(`views/${name}.hbs is missing`);
}

export function hasForm(name: string, source: string): boolean {
  return source.includes('partials/csrf') && !name.startsWith('layouts/');
}

/** @returns names with `/`, in order */
export function templateFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .map((file) => file.replace(/\.hbs$/, '').replaceAll('\\', '/'))
    .sort();
}
