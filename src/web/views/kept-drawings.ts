import { LRUCache } from 'lru-cache';
import type { Language } from '../../text/catalogue.js';

/** Characters of all that is kept, contents and drawings; about twice as many bytes. */
const MOST = 12_000_000;

/**
 * Parts of pages as they were drawn for a content, for whoever comes next with the same content. What is
 * kept is found by everything that went into it, so it cannot be stale; a part that shows more than its
 * content, as the token of a form does, cannot be kept (`kept-drawings.spec.ts` looks for such).
 */
export class KeptDrawings {
  private readonly drawn = new LRUCache<string, string>({
    maxSize: MOST,
    sizeCalculation: (html, key) => html.length + key.length,
  });

  constructor(private readonly draw: (name: string, content: object, lang: Language) => string) {}

  of(name: string, content: object, lang: Language): string {
    const key = `${lang} ${name} ${JSON.stringify(content)}`;
    const known = this.drawn.get(key);
    if (known !== undefined) return known;
    const html = this.draw(name, content, lang);
    this.drawn.set(key, html);
    return html;
  }
}
