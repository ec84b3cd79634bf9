import type { HTMLElement } from 'node-html-parser';
import type { Visitor } from './visitor.js';

export interface FoundForm {
  readonly page: string;
  readonly action: string;
}

export interface Crawl {
  /** Address and status of every page that was opened. */
  readonly pages: readonly { readonly path: string; readonly status: number }[];
  /** Each form once, whatever row it belongs to. */
  readonly forms: readonly FoundForm[];
}

const ids = /[0-9a-z]{16}|\d+/g;

interface Extent {
  /** Pages of a kind, and pages altogether. */
  readonly perKind?: number;
  readonly limit?: number;
  /** Looks at each page while the visitor is on it. */
  readonly look?: (path: string) => void;
}

/** Follows the links of the site from `start`, a few pages of each kind. */
export async function crawl(
  visitor: Visitor,
  start: readonly string[],
  { perKind = 2, limit = 200, look }: Extent = {},
): Promise<Crawl> {
  const waiting = [...start];
  const seen = new Set<string>(waiting);
  const opened = new Map<string, number>();
  const pages: { path: string; status: number }[] = [];
  const forms = new Map<string, FoundForm>();
  while (waiting.length && pages.length < limit) {
    const path = waiting.shift()!;
    const kind = kindOf(path);
    if ((opened.get(kind) ?? 0) >= perKind) continue;
    opened.set(kind, (opened.get(kind) ?? 0) + 1);
    await visitor.get(path);
    pages.push({ path, status: visitor.status });
    look?.(path);
    if (!visitor.headers['content-type']?.startsWith('text/html')) continue;
    const { page } = visitor;
    for (const form of page.querySelectorAll('form[method=post]')) {
      const action = form.getAttribute('action') ?? visitor.path;
      const key = `${kindOf(action)} ${fieldNames(form)}`;
      if (!forms.has(key)) forms.set(key, { page: path, action });
    }
    for (const link of page.querySelectorAll('a[href]')) {
      const next = local(link.getAttribute('href') ?? '', path);
      if (next && !seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return { pages, forms: [...forms.values()] };
}

/** A page of the same kind differs by ids, numbers and the values of its query only. */
export function kindOf(path: string): string {
  const [place, query = ''] = path.split('?');
  const names = [...new URLSearchParams(query).keys()].toSorted();
  return `${place!.replace(ids, ':id')}?${names.join('&')}`;
}

function local(href: string, from: string): string | null {
  if (/^(#|mailto:|tel:)/.test(href)) return null;
  const address = new URL(href, `http://site${from}`);
  if (address.host !== 'site' || address.pathname.startsWith('/assets/')) return null;
  address.searchParams.delete('lang');
  return address.pathname + address.search;
}

function fieldNames(form: HTMLElement): string {
  return form
    .querySelectorAll('input, select, textarea')
    .map((field) => (field.getAttribute('name') ?? '').replace(ids, ':id'))
    .join(' ');
}
