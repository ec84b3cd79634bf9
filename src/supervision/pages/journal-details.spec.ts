import { expect, test } from '@jest/globals';
import { translate } from '../../text/catalogue.js';
import type { PageContext } from '../../web/page-context.js';
import type { JournalRow } from '../journal.queries.js';
import { journalDetails } from './journal-details.js';

const context = {
  lang: 'zh-CN',
  t: (key: string, variables?: object) => translate('zh-CN', key, variables as never),
} as unknown as PageContext;

test('an entry about a score sheet shows its version and never its scores or their total', () => {
  const row = {
    subjectType: 'scoreSheet',
    subjectId: 'sheet-1',
    details: { version: 3, scores: { G11: 650 }, total: 2600 },
  } as unknown as JournalRow;
  const told = journalDetails(row, context);
  expect(told.map(({ value }) => value)).toEqual(['sheet-1', '3']);
  expect(JSON.stringify(told)).not.toMatch(/650|2600/);
});

test('an entry about what a score rests on says that there is something, not where', () => {
  const row = {
    subjectType: 'scoreSheet',
    subjectId: 'sheet-1',
    details: { indicator: 'G11', document: 'document-1', page: 7 },
  } as unknown as JournalRow;
  expect(journalDetails(row, context).map(({ value }) => value)).toEqual(['sheet-1']);
});

test('an entry about an anchor names it, and never what the judge gave', () => {
  const row = {
    subjectType: 'anchorSheet',
    subjectId: 'sheet-1',
    details: { anchor: 'anchor-1', scores: { G11: 650 } },
  } as unknown as JournalRow;
  expect(journalDetails(row, context).map(({ value }) => value)).toEqual(['sheet-1', 'anchor-1']);
});

test('an entry about an anchor dossier never shows the reference points', () => {
  const row = {
    subjectType: 'anchor',
    subjectId: 'anchor-1',
    details: { version: 2, points: { G11: 650 } },
  } as unknown as JournalRow;
  expect(journalDetails(row, context).map(({ value }) => value)).toEqual(['anchor-1', '2']);
});

test.each([
  ['notice', { kind: 'defence' }, ['答辩通知']],
  ['account', { kind: 'office' }, ['工作人员']],
  [
    'application',
    { checks: [{ rule: 'V7', asOf: '2026-11-25', result: 'Hit' }] },
    ['规则编号 V7、查询日期 2026年11月25日、结果 命中'],
  ],
])('an entry about a %s says its codes in words', (subjectType, details, expected) => {
  const row = { subjectType, subjectId: 'one', details } as unknown as JournalRow;
  expect(journalDetails(row, context).map(({ value }) => value)).toEqual(['one', ...expected]);
});
