import { randomUUID } from 'node:crypto';

/**
 * A part of a page that was drawn once for many readers. While a page is drawn, a mark stands in its
 * place; its bytes go in when the page is sent, so that a long table is not copied and encoded each time.
 */
export class KeptPart {
  /** Nobody can write it into a page: it is made anew with each part. */
  private readonly mark = randomUUID();
  private readonly content: Buffer;

  constructor(html: string) {
    this.content = Buffer.from(html);
  }

  /** What Handlebars writes, unescaped, where the template names the part. */
  toHTML(): string {
    return this.mark;
  }

  /** The page in pieces: what stands before the part, the part, and what follows. */
  insertInto(page: string): Buffer[] {
    const at = page.indexOf(this.mark);
    if (at < 0) return [Buffer.from(page)];
    const rest = page.slice(at + this.mark.length);
    return [Buffer.from(page.slice(0, at)), this.content, Buffer.from(rest)];
  }
}
