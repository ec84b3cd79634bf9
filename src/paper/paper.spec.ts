import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { samplePaper } from '../../test/support/sample-paper.js';
import { writeDocx } from './docx/paper-docx.js';
import { PLAIN, type Paper, paragraph, table } from './paper.js';
import { attachmentLines, distributionLines } from './distribution-lines.js';
import { writeBody } from './body.js';
import { writePlainText } from './paper-text.js';

const bare: Paper = {
  ...samplePaper,
  ...PLAIN,
  issuer: samplePaper.issuer,
  blocks: [paragraph('正文。')],
};

describe('plain text', () => {
  it('leaves out what a paper does not have', () => {
    expect(writePlainText(bare)).toBe(
      '浙中市商务局\n\n关于公布2026年度示范网商名单的通知\n\n　　正文。\n',
    );
  });

  it('sets a table apart, cells by a tab', () => {
    const columns = samplePaper.blocks.flatMap((one) => (one.kind === 'table' ? one.columns : []));
    const blocks = [paragraph('前'), table(columns, [['1', '甲', '9']]), paragraph('后')];
    expect(writePlainText({ ...bare, blocks })).toContain(
      '　　前\n\n序号\t商户名称\t得分\n1\t甲\t9\n\n　　后\n',
    );
  });
});

describe('distribution and attachments', () => {
  it('report, send, issue: in this order, an empty class not at all', () => {
    const names = { issue: ['丙'], send: ['乙'], report: ['甲', '丁'] };
    expect(distributionLines({ ...bare, distribution: names })).toEqual([
      '报：甲、丁。',
      '送：乙。',
      '发：丙。',
    ]);
    expect(distributionLines(samplePaper).map(([first]) => first)).toEqual(['报', '发']);
    expect(distributionLines(bare)).toEqual([]);
  });

  it('numbers attachments when there are several', () => {
    expect(attachmentLines(samplePaper)).toEqual(['附件：1.评分标准', '2.日程安排']);
    expect(attachmentLines({ ...bare, attachments: ['名单'] })).toEqual(['附件：名单']);
  });
});

it('a stored text holds no table', () => {
  expect(() => writeBody([table([], [])])).toThrow('no table');
});

describe('DOCX', () => {
  it('of a form without a head has no red rule', async () => {
    const xml = await part({ ...bare, issuer: null }, 'word/document.xml');
    expect(xml).not.toContain('C8102E');
    expect(await part(bare, 'word/document.xml')).toContain('C8102E');
  });

  it('is the page of GB/T 9704: margins, 22 lines, the squeeze of 28 characters', async () => {
    const xml = await part(samplePaper, 'word/document.xml');
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
    expect(xml).toContain('<w:spacing w:val="-5"/>');
  });

  it('names the typefaces of the standard and holds neither a font nor a picture', async () => {
    const parts = unzipSync(await writeDocx(samplePaper));
    const xml = text(parts['word/document.xml']);
    const named = [...xml.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, name]) => name);
    const typefaces = ['仿宋_GB2312', '方正小标宋简体', '楷体_GB2312', '黑体'];
    expect(new Set(named)).toEqual(new Set(typefaces));
    expect(Object.keys(parts).filter((name) => /media|odttf|\.ttf/.test(name))).toEqual([]);
    expect(xml).not.toMatch(/<w:(drawing|pict)\b/);
  });

  it('numbers odd pages at the right and even ones at the left', async () => {
    const settings = await part(samplePaper, 'word/settings.xml');
    expect(settings).toContain('<w:evenAndOddHeaders');
    const xml = await part(samplePaper, 'word/document.xml');
    expect(xml).toMatch(/footerReference w:type="default".*footerReference w:type="even"/);
  });

  it('sets signatory over day, and a name that is too long at the edge', async () => {
    const rights = async (signatory: string) => {
      const signature = { ...samplePaper.signature!, signatory };
      const xml = await part({ ...bare, signature }, 'word/document.xml');
      return [...xml.matchAll(/<w:ind w:right="(-?\d+)"/g)].map(([, right]) => Number(right));
    };
    // The day is six characters wide and stands four in: the name of six ends where it ends.
    expect(await rights('浙中市商务局')).toEqual([1260, 1260]);
    expect(await rights('浙中市示范网商评选活动组织委员会办公室')).toEqual([0, 2048]);
  });

  it('says the head of a table on each page and cuts no row', async () => {
    const xml = await part(samplePaper, 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(33);
  });

  it('opens whatever was typed: control characters and halves of characters are left out', async () => {
    const blocks = [paragraph('甲\u0000\u000b乙\ud842丙\uffff𠮷<&>')];
    const xml = await part({ ...bare, blocks }, 'word/document.xml');
    expect(xml).toContain('甲乙丙𠮷&lt;&amp;&gt;');
  });
});

async function part(paper: Paper, name: string): Promise<string> {
  return text(unzipSync(await writeDocx(paper))[name]);
}

function text(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
