import { describe, expect, test } from '@jest/globals';
import { markChinese } from './mark-chinese.js';

const zh = (text: string) => `<span lang="zh-CN">${text}</span>`;

describe('Chinese words on a page in another language', () => {
  test.each([
    ['<td>柯城区</td>', `<td>${zh('柯城区')}</td>`],
    ['<p>Agent of 雷春峦 (2026年)</p>', `<p>Agent of ${zh('雷春峦')} (${zh('2026年')})</p>`],
    ['<p>衢商务〔2013〕79号, 2 of 30</p>', `<p>${zh('衢商务〔2013〕79号')}, 2 of 30</p>`],
    ['<h1>柯城<wbr>网商</h1>', `<h1>${zh('柯城')}<wbr>${zh('网商')}</h1>`],
    ['<p>one</p><br>江山', `<p>one</p><br>${zh('江山')}`],
    ['<p>3 &lt; 4 中</p>', `<p>3 &lt; 4 ${zh('中')}</p>`],
  ])('%s is marked', (html, expected) => {
    expect(markChinese(html)).toBe(expected);
  });

  test.each([
    '<td>Kecheng 2026</td>',
    '<p lang="zh-CN">本办<b>法</b></p>',
    '<input value="柯城" title="江山 > 县">',
    '<select><option>柯城区</option></select>',
    '<textarea>江山</textarea>',
    '<title>柯城</title>',
    '<svg><text>柯城</text></svg>',
    '<!-- 柯城 -->',
  ])('%s stays', (html) => {
    expect(markChinese(html)).toBe(html);
  });

  test('are marked again after a part that is Chinese throughout', () => {
    expect(markChinese('<div lang="zh-CN"><p>甲</p></div><p>乙</p>')).toBe(
      `<div lang="zh-CN"><p>甲</p></div><p>${zh('乙')}</p>`,
    );
  });

  test('of a long page take no time to speak of', () => {
    const page = '<tr><td class="name">柯城榴竹清泉针织有限公司</td><td>12.5</td></tr>'.repeat(
      5_000,
    );
    const begun = performance.now();
    expect(markChinese(page).length).toBeGreaterThan(page.length);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
