import type { NoticeHead } from '../notice.queries.js';

/** Notices as an Atom feed (RFC 4287), newest first. */
export function feed(notices: readonly NoticeHead[], publicUrl: string, now: string): string {
  const entries = notices.map(
    (one) =>
      `<entry><id>${publicUrl}/notices/${one.id}</id><title>${escape(one.title)}</title>` +
      `<link href="${publicUrl}/notices/${one.id}"/><updated>${one.postedAt}</updated>` +
      `<author><name>${escape(one.programmeName)}</name></author></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">` +
    `<id>${publicUrl}/feed.xml</id><title>${publicUrl}</title>` +
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
