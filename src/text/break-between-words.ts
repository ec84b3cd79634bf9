const words = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}/u;
/** A comma, a full stop, an enumeration comma, a colon or a semicolon. */
const mark = /[\uff0c\u3002\u3001\uff1a\uff1b]$/;
const closing = /^[^\p{Ps}\p{Pi}\p{L}\p{N}]/u;
/** An opening bracket, a number, the word that makes the number after it an ordinal. */
const holdsTheNext = /(?:[\p{Ps}\p{Pi}\p{N}\u7b2c]|^)$/u;
const known = new Map<string, string>();

/**
 * Chinese may be cut after any character, and a title cut inside a word is read wrongly. Marks in escaped
 * HTML text where a title may be cut; the style sheet lets titles be cut nowhere else. A single character
 * stays with the word before it, for most are its ending.
 */
export function breakBetweenWords(html: string): string {
  if (!han.test(html)) return html;
  let before = '';
  let marked = '';
  for (const { segment } of words.segment(html)) {
    const ends = mark.test(before);
    const between =
      ends || (segment.length > 1 && (han.test(segment) || han.test(before.slice(-1))));
    if (between && !closing.test(segment) && !holdsTheNext.test(before)) marked += '<wbr>';
    marked += segment;
    before = segment;
  }
  return marked;
}

const title = /(<h[1-3]\b[^>]*>)([^<]+)(?=<\/h[1-3]>)/y;

/** The same for every title of a page that is nothing but text; most of them come again and again. */
export function breakTitlesBetweenWords(page: string): string {
  let marked = '';
  let done = 0;
  // Looked for by their first characters: a pattern would be tried at every character of a long page.
  for (let at = page.indexOf('<h'); at >= 0; at = page.indexOf('<h', Math.max(done, at + 2))) {
    title.lastIndex = at;
    const found = title.exec(page);
    if (!found) continue;
    marked += page.slice(done, at) + found[1]! + remembered(found[2]!);
    done = title.lastIndex;
  }
  return marked + page.slice(done);
}

function remembered(text: string): string {
  const marked = known.get(text) ?? breakBetweenWords(text);
  if (known.size > 5000) known.clear();
  known.set(text, marked);
  return marked;
}
