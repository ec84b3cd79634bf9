import { expect, test } from '@jest/globals';
import { partsOf } from '../../test/support/workbook.js';
import { writeXlsx } from './xlsx.js';

test('numbers stay numbers, codes stay texts, and a formula does not run', async () => {
  const parts = partsOf(
    await writeXlsx(
      ['名称', '代码', '数额'],
      [
        ['=HYPERLINK("http://x")', '0091330802', -12.5],
        ['佳\u0001禾<&>', null, 3],
      ],
    ),
  );
  const sheet = parts.get('xl/worksheets/sheet1.xml')!;
  const texts = parts.get('xl/sharedStrings.xml')!;
  // A text, and so without the apostrophe that it needs in CSV, where nothing says what a cell is.
  const held = Array.from(texts.matchAll(/<t[^>]*>(.*?)<\/t>/gs), ([, text]) => text);
  const formula = held.indexOf('=HYPERLINK("http://x")');
  expect(sheet).toMatch(new RegExp(`<c r="A2"[^>]* t="s"[^>]*><v>${formula}</v>`));
  expect(texts).toContain('0091330802');
  expect(texts).toContain('佳禾&lt;&amp;&gt;');
  expect(sheet).toMatch(/<c r="C2"[^>]*><v>-12.5<\/v>/);
  expect(sheet).not.toContain('<f>');
  // The heading stays in sight.
  expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
});
