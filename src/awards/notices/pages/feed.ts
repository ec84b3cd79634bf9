import type { NoticeHead } from '../notice.queries.js';

interface Feed {
  /** Of the whole feed, and the office that posts. */
  readonly title: string;
  readonly office: string;
  readonly publicUrl: string;
  readonly now: string;
}

/** Notices as an Atom feed (RFC 4287), newest first; notices are Chinese whatever the reader speaks. */
export function feed(notices: readonly NoticeHead[], about: Feed): string {
  const { title, office, publicUrl, now } = about;
  const entries = notices.map(
    (one) =>
      `<entry><id>${publicUrl}/notices/${one.id}</id><title>${escape(one.title)}</title>` +
      `<link href="${publicUrl}/notices/${one.id}"/><updated>${one.postedAt}</updated>` +
      `<category term="${escape(one.programmeName)}"/></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">` +
    `<id>${publicUrl}/feed.xml</id><title>${escape(title)}</title>` +
    `<author><name>${escape(office)}</name></author>` +
    `<link rel="self" href="${publicUrl}/feed.xml"/>` +
    `<updated>${notices[0]?.postedAt ?? now}</updated>${entries.join('')}</feed>\n`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
