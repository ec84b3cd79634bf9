/** Where in the HTML the next character of a template falls. */
export type HtmlPlace =
  | 'text'
  | 'comment'
  | 'rawText'
  | 'tagName'
  | 'tag'
  | 'attributeName'
  | 'attributeStart'
  | 'quotedValue'
  | 'unquotedValue';

export interface HtmlContext {
  readonly place: HtmlPlace;
  /** Name of the tag being read, or of the raw-text element one is inside of. */
  readonly tag: string;
  readonly closing: boolean;
  readonly attribute: string;
  readonly quote: string;
  /** Value read so far; an interpolation leaves `INTERPOLATED`. */
  readonly value: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Stands in a value for what is only known when the page is rendered. */
export const INTERPOLATED = '\u0000';

export const startOfHtml: HtmlContext = {
  place: 'text',
  tag: '',
  closing: false,
  attribute: '',
  quote: '',
  value: '',
  attributes: {},
};

export interface HtmlEvents {
  text?: (text: string, context: HtmlContext) => void;
  attribute?: (context: HtmlContext) => void;
  tag?: (context: HtmlContext) => void;
}

/** Reads `html` from `context` on and returns the context behind it; not a validator. */
export function advance(context: HtmlContext, html: string, events: HtmlEvents): HtmlContext {
  let now = context;
  let index = 0;
  while (index < html.length) {
    const [next, used] = readers[now.place](now, html.slice(index), events);
    now = next;
    index += used;
  }
  return now;
}

type Reader = (now: HtmlContext, rest: string, events: HtmlEvents) => [HtmlContext, number];

const rawTextElements = new Set(['script', 'style']);

const readers: Record<HtmlPlace, Reader> = {
  text(now, rest, events) {
    if (rest.startsWith('<!--')) return [{ ...now, place: 'comment' }, 4];
    const doctype = /^<!doctype[^>]*>/i.exec(rest)?.[0];
    if (doctype) return [now, doctype.length];
    const opening = /^<\/?(?=[A-Za-z])/.exec(rest)?.[0];
    if (opening)
      return [{ ...startOfHtml, place: 'tagName', closing: opening === '</' }, opening.length];
    const text = /^<?[^<]*/.exec(rest)![0];
    events.text?.(text, now);
    return [now, text.length];
  },
  comment(now, rest) {
    const end = rest.indexOf('-->');
    return end < 0 ? [now, rest.length] : [{ ...now, place: 'text' }, end + 3];
  },
  rawText(now, rest, events) {
    const end = rest.toLowerCase().indexOf(`</${now.tag}`);
    const text = end < 0 ? rest : rest.slice(0, end);
    if (text) events.text?.(text, now);
    if (end < 0) return [now, rest.length];
    return [{ ...startOfHtml, place: 'tagName', closing: true }, end + 2];
  },
  tagName(now, rest) {
    const name = /^[^\s/>]*/.exec(rest)![0];
    const tag = (now.tag + name).toLowerCase();
    return [{ ...now, tag, place: name.length < rest.length ? 'tag' : 'tagName' }, name.length];
  },
  tag(now, rest, events) {
    const space = /^[\s/]+/.exec(rest)?.[0];
    if (space) return [now, space.length];
    if (rest.startsWith('>')) return [endTag(now, events), 1];
    return [{ ...now, place: 'attributeName', attribute: '', value: '', quote: '' }, 0];
  },
  attributeName(now, rest, events) {
    const name = /^[^\s=>/]*/.exec(rest)![0];
    const read = { ...now, attribute: (now.attribute + name).toLowerCase() };
    if (name.length === rest.length) return [read, name.length];
    const equals = /^\s*=\s*/.exec(rest.slice(name.length))?.[0];
    if (equals) return [{ ...read, place: 'attributeStart' }, name.length + equals.length];
    return [endAttribute(read, events), Math.max(name.length, 0)];
  },
  attributeStart(now, rest) {
    const quote = rest[0]!;
    if (quote === '"' || quote === "'") return [{ ...now, place: 'quotedValue', quote }, 1];
    return [{ ...now, place: 'unquotedValue' }, 0];
  },
  quotedValue(now, rest, events) {
    const end = rest.indexOf(now.quote);
    if (end < 0) return [{ ...now, value: now.value + rest }, rest.length];
    return [endAttribute({ ...now, value: now.value + rest.slice(0, end) }, events), end + 1];
  },
  unquotedValue(now, rest, events) {
    const value = /^[^\s>]*/.exec(rest)![0];
    const read = { ...now, value: now.value + value };
    return value.length === rest.length
      ? [read, value.length]
      : [endAttribute(read, events), value.length];
  },
};

function endAttribute(now: HtmlContext, events: HtmlEvents): HtmlContext {
  events.attribute?.(now);
  const attributes = { ...now.attributes, [now.attribute]: now.value };
  return { ...now, place: 'tag', attribute: '', value: '', quote: '', attributes };
}

function endTag(now: HtmlContext, events: HtmlEvents): HtmlContext {
  events.tag?.(now);
  const raw = !now.closing && rawTextElements.has(now.tag);
  return raw ? { ...startOfHtml, place: 'rawText', tag: now.tag } : startOfHtml;
}
