import type { RawForm } from '../forms/parse-value.js';
import { typedTexts } from '../forms/parse-value.js';

/** What is put back into the form of a page that is already drawn. */
export interface Refill {
  /** Where the form sends to. */
  readonly action: string;
  /** As typed; null where the page already shows it. */
  readonly fields: RawForm | null;
  /** HTML that stands before the form; it is told which names found no field and whether the page changes. */
  readonly opening: (unplaced: readonly string[], differs: boolean) => string;
  /** HTML behind a chosen-file field, by its name and whether it is at fault. */
  readonly behindFile: (name: string, refused: boolean) => string;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly from: number;
  readonly to: number;
  readonly attributes: ReadonlyMap<string, string>;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const NOT_TYPED = new Set(['_csrf', '_kept', '_drawn', '_window']);
const DRAWN = new Set(['text', 'hidden', 'tel', 'email', 'url', 'number', 'search', 'date']);

/**
 * The page with the form filled in again, or null where it has no such form. It reads only what our own
 * templates draw: attributes in double quotes, text escaped.
 */
export function refill(html: string, { action, fields, opening, behindFile }: Refill) {
  const form = formFor(html, action, fields);
  if (!form) return null;
  const edits: Edit[] = [];
  const placed = new Set<string>();
  let differs = false;
  let select = '';
  for (const [at, tag] of form.tags.entries()) {
    if (tag.name === 'select') select = tag.isEnd ? '' : (tag.attributes.get('name') ?? '');
    if (tag.isEnd) continue;
    const name = tag.name === 'option' ? select : (tag.attributes.get('name') ?? '');
    // Which button was pressed is nothing that anybody typed.
    if (tag.name === 'button') placed.add(name);
    const type = tag.attributes.get('type') ?? 'text';
    if (tag.name === 'input' && type === 'file') {
      const refused = tag.attributes.get('aria-invalid') === 'true';
      edits.push({ from: tag.to, to: tag.to, text: behindFile(name, refused) });
    }
    if (!fields || !name || NOT_TYPED.has(name)) continue;
    const texts = typedTexts(fields, name);
    const edit = (text: string) => {
      placed.add(name);
      edits.push({ from: tag.from, to: tag.to, text });
    };
    const choose = (key: 'checked' | 'selected', chosen: boolean) => {
      differs ||= tag.attributes.has(key) !== chosen;
      edit(withAttribute(html, tag, key, chosen ? true : null));
    };
    if (tag.name === 'textarea') {
      placed.add(name);
      const end = form.tags[at + 1]!.from;
      const shown = unescaped(html.slice(tag.to, end));
      differs ||= shown.trim() !== (texts[0] ?? '').replaceAll('\r\n', '\n').trim();
      edits.push({ from: tag.to, to: end, text: escaped(texts[0] ?? '') });
    } else if (tag.name === 'option') {
      choose('selected', texts.includes(tag.attributes.get('value') ?? ''));
    } else if (tag.name === 'input' && (type === 'checkbox' || type === 'radio')) {
      choose('checked', texts.includes(tag.attributes.get('value') ?? 'on'));
    } else if (tag.name === 'input' && DRAWN.has(type) && texts.length > 0) {
      // Nobody sees which version it is that somebody typed over.
      differs ||= type !== 'hidden' && (tag.attributes.get('value') ?? '') !== texts[0];
      edit(withAttribute(html, tag, 'value', texts[0]!));
    }
  }
  const unplaced = Object.keys(fields ?? {}).filter(
    (name) => !placed.has(name) && !NOT_TYPED.has(name),
  );
  edits.unshift({ from: form.before, to: form.before, text: opening(unplaced, differs) });
  return applied(html, edits);
}

/** What stands above the field of that name on the page. */
export function labelOf(html: string, name: string): string | null {
  const field = [...tagsOf(html)].find(({ attributes }) => attributes.get('name') === name);
  const at = html.indexOf(` for="${field?.attributes.get('id') ?? ''}"`);
  const label = at < 0 ? null : /^[^>]*>([\s\S]*?)<\/label>/.exec(html.slice(at));
  const text = label?.[1]!.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return text?.trim() ? unescaped(text.trim()) : null;
}

/** Of several forms to one address the one that has most of the names. */
function formFor(html: string, action: string, fields: RawForm | null) {
  const tags = [...tagsOf(html)];
  const found = tags.flatMap((tag, at) => {
    if (tag.name !== 'form' || tag.isEnd || tag.attributes.get('action') !== action) return [];
    const inside = tags.slice(at + 1);
    const end = inside.findIndex(({ name, isEnd }) => name === 'form' && isEnd);
    const form = { before: tag.from, tags: end < 0 ? inside : inside.slice(0, end) };
    const names = new Set(form.tags.map(({ attributes }) => attributes.get('name') ?? ''));
    const shared = fields
      ? Object.keys(fields).filter((name) => names.has(name)).length
      : form.tags.filter(({ attributes }) => attributes.get('type') === 'file').length;
    return [{ ...form, shared }];
  });
  return found.toSorted((a, b) => b.shared - a.shared)[0] ?? null;
}

function* tagsOf(html: string): Generator<Tag> {
  const tags = /<(\/?)(form|input|textarea|select|option|button)\b((?:[^>"]|"[^"]*")*)>/g;
  for (const match of html.matchAll(tags)) {
    const [whole, slash, name, attributes] = match;
    yield {
      name: name!,
      isEnd: slash === '/',
      from: match.index,
      to: match.index + whole.length,
      attributes: new Map(
        [...attributes!.matchAll(/([\w:.-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [
          key!,
          unescaped(value ?? ''),
        ]),
      ),
    };
  }
}

/** @param value true for an attribute without one, null to leave it out */
function withAttribute(html: string, tag: Tag, key: string, value: string | true | null): string {
  const without = html
    .slice(tag.from, tag.to)
    .replace(/\s([\w:.-]+)(?:="[^"]*")?/g, (whole, name: string) => (name === key ? '' : whole));
  if (value === null) return without;
  const written = value === true ? ` ${key}` : ` ${key}="${escaped(value)}"`;
  return `${without.slice(0, -1)}${written}>`;
}

function applied(html: string, edits: readonly Edit[]): string {
  let written = '';
  let place = 0;
  for (const { from, to, text } of edits.toSorted((a, b) => a.from - b.from)) {
    written += html.slice(place, from) + text;
    place = to;
  }
  return written + html.slice(place);
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
}

function unescaped(text: string): string {
  const known = Object.entries(SIGNS);
  return text.replace(/&(?:amp|lt|gt|quot);|&#x([0-9a-f]+);/gi, (written, code?: string) =>
    code
      ? String.fromCodePoint(Number.parseInt(code, 16))
      : (known.find(([, name]) => name === written)?.[0] ?? written),
  );
}
