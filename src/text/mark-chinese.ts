/** Elements that hold text alone, or whose letters are drawn or run. */
const CLOSED = new Set([
  'head',
  'script',
  'style',
  'title',
  'textarea',
  'select',
  'svg',
  'datalist',
]);
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** A comment, a tag with its attributes, or text up to the next of them. */
const PIECE = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;
const HAN = /\p{Script=Han}/u;
/** Chinese words with the numbers and marks among them; the last of it is no number of another language. */
const WORDS =
  /(?:\d+(?=\p{Script=Han}))?[\uff08\u300a\u3014\u3010\u300c\u201c]?\p{Script=Han}(?:[\p{Script=Han}\p{N}\u3000-\u303f\uff01-\uff5e\u00b7\u201c\u201d]*[\p{Script=Han}\u3000-\u303f\uff01-\uff5e])?/gu;

interface Opened {
  readonly name: string;
  /** Nothing inside is marked: it is Chinese already, or takes no elements. */
  readonly left: boolean;
}

/**
 * The HTML of a page in another language with its Chinese words in elements that say so: names and posted
 * texts stand on every page, and a voice reads them by the language of what is around them.
 */
export function markChinese(html: string): string {
  if (!HAN.test(html)) return html;
  const opened: Opened[] = [];
  return html.replace(PIECE, (piece: string, end?: string, name?: string, attributes?: string) => {
    const left = opened.at(-1)?.left ?? false;
    if (name === undefined) {
      return left || piece.startsWith('<') ? piece : piece.replace(WORDS, marked);
    }
    const tag = name.toLowerCase();
    if (end) close(opened, tag);
    else if (!VOID.test(tag) && !attributes!.endsWith('/')) {
      opened.push({ name: tag, left: left || CLOSED.has(tag) || /\slang="zh/.test(attributes!) });
    }
    return piece;
  });
}

function marked(words: string): string {
  return `<span lang="zh-CN">${words}</span>`;
}

/** What was left open inside ends with it. */
function close(opened: Opened[], tag: string): void {
  const at = opened.findLastIndex(({ name }) => name === tag);
  if (at >= 0) opened.length = at;
}
