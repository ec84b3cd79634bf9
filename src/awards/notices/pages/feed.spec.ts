import { expect, test } from '@jest/globals';
import type { NoticeHead } from '../notice.queries.js';
import { feed } from './feed.js';

const about = {
  title: '甲<市>办公室 通知公告',
  office: '甲<市>办公室',
  publicUrl: 'https://example.org',
  now: '2026-06-01T00:00:00.000Z',
};

test('a feed names the office, each notice its programme, and carries no mark-up of theirs', () => {
  const notice = {
    id: 'n1',
    title: '公示 & <名单>',
    programmeName: '2026年"示范"评选',
    postedAt: '2026-05-01T01:30:00.000Z',
  } as NoticeHead;
  expect(feed([notice], about)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n' +
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>https://example.org/feed.xml</id>' +
      '<title>甲&lt;市&gt;办公室 通知公告</title><author><name>甲&lt;市&gt;办公室</name></author>' +
      '<link rel="self" href="https://example.org/feed.xml"/><updated>2026-05-01T01:30:00.000Z</updated>' +
      '<entry><id>https://example.org/notices/n1</id><title>公示 &amp; &lt;名单&gt;</title>' +
      '<link href="https://example.org/notices/n1"/><updated>2026-05-01T01:30:00.000Z</updated>' +
      '<category term="2026年&quot;示范&quot;评选"/></entry></feed>\n',
  );
});

test('an empty feed was changed now', () => {
  expect(feed([], about)).toContain('<updated>2026-06-01T00:00:00.000Z</updated></feed>');
});
