import { type HtmlContext, INTERPOLATED } from './html-context.js';

export type Report = (rule: string, detail: string, line?: number) => void;

/** Attributes whose value a browser opens, loads or sends to. */
export const urlAttributes = new Set(
  'href src action formaction xlink:href data poster srcset cite'.split(' '),
);

const visibleAttributes = new Set(
  'title alt placeholder label aria-label aria-description aria-roledescription'.split(' '),
);

const scriptAddress = /^\s*(javascript|vbscript|data):/i;

export function reportAttribute(
  context: HtmlContext,
  literalWords: readonly string[],
  report: Report,
): void {
  const { attribute, value } = context;
  if (/^on[a-z]+$/.test(attribute)) report('inline-handler', attribute);
  if (attribute === 'style') report('inline-style', value);
  if (urlAttributes.has(attribute) && scriptAddress.test(value)) report('unsafe-address', value);
  const found = visibleAttributes.has(attribute) ? letters(value, literalWords) : '';
  if (found) report('literal-text', `${attribute}="${found}"`);
}

export function reportTag({ tag, closing, attributes }: HtmlContext, report: Report): void {
  if (closing) return;
  if (tag === 'style') report('inline-style', '<style>');
  if (tag === 'script' && !('src' in attributes)) report('inline-script', '<script> without src');
  const caption = tag === 'input' && /^(submit|button|reset)$/.test(attributes['type'] ?? '');
  if (caption && letters(attributes['value'] ?? '', []))
    report('literal-text', attributes['value']!);
}

export function reportRawText(text: string, { tag }: HtmlContext, report: Report): void {
  if (text.trim()) report(tag === 'style' ? 'inline-style' : 'inline-script', text.trim());
}

/** The words in `text` that a reader would see and a translator would not; empty when none. */
export function letters(text: string, literalWords: readonly string[]): string {
  const plain = text.replace(/&#?\w+;/g, ' ').replaceAll(INTERPOLATED, ' ');
  const rest = literalWords.reduce((remaining, word) => remaining.replaceAll(word, ' '), plain);
  return /\p{L}/u.test(rest) ? plain.trim() : '';
}
