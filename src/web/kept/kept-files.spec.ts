import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  startDraft,
} from '../../../test/support/applicant.js';
import { smallPdf } from '../../../test/support/small-files.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { formOn } from '../../../test/support/typed-form.js';
import { KeptUploads } from './kept-uploads.js';

let app: TestApp;
let own: Applicant;
let path: string;
beforeAll(async () => {
  const open = await openWindow();
  ({ app } = open);
  own = await makeApplicant(app);
  path = `${await startDraft(own, open.programme)}/evidence`;
});
afterAll(() => app.stop());
beforeEach(() => app.database.execute('DELETE FROM evidence_link', []));

const pdf = (name: string, more = '') => ({
  field: 'file',
  name,
  content: Buffer.concat([smallPdf, Buffer.from(more)]),
});
const kept = () => readdirSync(join(app.place.dataDir, 'kept'));
const box = () => formOn(own.visitor.page, path).querySelector('[name=_kept]');
const stored = () =>
  app.database.rows<{ name: string; indicator: string; size: number }>(
    `SELECT d.name, l.indicator, d.size FROM evidence_link l
     JOIN document d ON d.id = l.document_id ORDER BY d.name`,
  );

/** Two files and no indicator: the form comes back with that one error. */
async function refusedOnce(): Promise<void> {
  await own.visitor.get(path);
  await own.visitor.submit(path, { indicator: '', caption: '说明' }, [
    pdf('一.pdf', 'a'),
    pdf('二.pdf', 'b'),
  ]);
  expect(own.visitor.status).toBe(422);
}

describe('files beside another error', () => {
  test('are kept with the form, named, and taken with the next attempt', async () => {
    await refusedOnce();
    expect(own.visitor.text).toContain('已收到一.pdf、二.pdf，不用再选');
    // Another error again: they are still there, once.
    await own.visitor.submit(path, { indicator: '' });
    expect([own.visitor.status, kept().length, box()?.hasAttribute('checked')]).toEqual([
      422,
      1,
      true,
    ]);
    await own.visitor.submit(path, { indicator: 'G15' });
    expect(own.visitor.status).toBe(200);
    expect((await stored()).map(({ name, indicator }) => [name, indicator])).toEqual([
      ['一.pdf', 'G15'],
      ['二.pdf', 'G15'],
    ]);
    expect(kept()).toEqual([]);
  });

  test('are replaced by others that are chosen, and left out when the tick is taken away', async () => {
    await refusedOnce();
    await own.visitor.submit(path, { indicator: 'G15' }, [pdf('三.pdf', 'c')]);
    expect((await stored()).map(({ name }) => name)).toEqual(['三.pdf']);
    await refusedOnce();
    await own.visitor.submit(path, { indicator: 'G15', _kept: [] });
    expect([own.visitor.status, own.visitor.errors]).toEqual([422, ['请选择要上传的文件。']]);
  });

  test('count once, however often a form names them', async () => {
    await refusedOnce();
    const key = box()!.getAttribute('value')!;
    await own.visitor.submit(path, { indicator: 'G17', _kept: [key, key, key] });
    const of = (await stored()).filter(({ indicator }) => indicator === 'G17');
    expect([own.visitor.status, of.map(({ name }) => name)]).toEqual([200, ['一.pdf', '二.pdf']]);
  });

  test('are nobody else’s, and of no other form', async () => {
    await refusedOnce();
    const key = box()!.getAttribute('value')!;
    const keeper = app.app.get(KeptUploads);
    const { accountId } = own;
    expect(await keeper.take(key, { accountId, action: path })).toHaveLength(2);
    expect(await keeper.take(key, { accountId: 'another', action: path })).toEqual([]);
    expect(await keeper.take(key, { accountId: null, action: path })).toEqual([]);
    expect(await keeper.take(key, { accountId, action: '/my/merchant' })).toEqual([]);
    expect(await keeper.take('../imports', { accountId, action: path })).toEqual([]);
  });

  test('of one person take no room of another', async () => {
    await refusedOnce();
    const keeper = app.app.get(KeptUploads);
    const others = kept();
    const one = kept()[0]!;
    const mega = 1024 ** 2;
    const file = (size: number) => ({
      field: 'file',
      name: '照片.jpg',
      size,
      path: join(app.place.dataDir, 'kept', one, '0'),
      read: () => Promise.resolve(Buffer.alloc(0)),
    });
    const of = (accountId: string | null) => ({ accountId, action: '/my/merchant' });
    const keep = (accountId: string | null, size: number) =>
      keeper.keep(of(accountId), 'file', [file(size * mega)]);
    expect(await keep('greedy', 201)).toBeNull();
    expect(await keep(null, 61)).toBeNull();
    const first = (await keep('greedy', 150))!;
    const second = (await keep('greedy', 50))!;
    // The oldest of the same person goes, and nothing of anybody else.
    const third = (await keep('greedy', 100))!;
    expect(kept()).toEqual(expect.arrayContaining([...others, second, third]));
    expect(kept()).not.toContain(first);
    const people = await Promise.all(Array.from({ length: 9 }, (_, at) => keep(`p${at}`, 190)));
    expect(people.every(Boolean)).toBe(true);
    // All is taken: whoever comes last is told so.
    expect(await keep('last', 190)).toBeNull();
    expect(kept()).toEqual(expect.arrayContaining([...others, second, third]));
    for (const key of kept()) if (!others.includes(key)) await keeper.forget(key);
  });

  test('for which there is no room are asked for again, with the reason', async () => {
    jest.spyOn(app.app.get(KeptUploads), 'keep').mockResolvedValueOnce(null);
    await refusedOnce();
    expect(own.visitor.text).toContain(
      '您暂存的文件太多，这次没有留下。请重新选择文件：一.pdf、二.pdf。',
    );
    jest.restoreAllMocks();
  });

  test('go after six hours', async () => {
    await refusedOnce();
    const keeper = app.app.get(KeptUploads);
    const hour = 3_600_000;
    const [newest] = kept();
    utimesSync(
      join(app.place.dataDir, 'kept', newest!),
      new Date(),
      new Date(Date.now() - 7 * hour),
    );
    const others = kept().length - 1;
    await keeper.removeOld(Date.now());
    expect(kept()).toHaveLength(others);
  });
});

describe('a file that is itself at fault', () => {
  test('is named to be chosen again, and the sentence stands at its field', async () => {
    await own.visitor.get(path);
    const text = { field: 'file', name: '说明.pdf', content: Buffer.from('hello') };
    await own.visitor.submit(path, { indicator: 'G15', caption: '说明' }, [text]);
    const form = formOn(own.visitor.page, path);
    expect(form.querySelector('.field-error')?.text).toContain('“说明.pdf”的格式不支持');
    expect(own.visitor.text).toContain('请重新选择文件：说明.pdf。');
    expect(box()).toBeNull();
  });

  test('of 12 MB leaves the form as it was, and is not kept', async () => {
    await own.visitor.get(path);
    const large = { ...pdf('扫描件.pdf'), content: Buffer.concat([smallPdf, Buffer.alloc(12e6)]) };
    await own.visitor.submit(path, { indicator: 'G15', caption: '十二兆' }, [large]);
    expect([own.visitor.status, own.visitor.errors]).toEqual([
      422,
      ['文件“扫描件.pdf”超过10兆，请压缩后再传。'],
    ]);
    const form = formOn(own.visitor.page, path);
    expect(form.querySelector('[name=caption]')?.getAttribute('value')).toBe('十二兆');
    await own.visitor.submit(path, { indicator: '' }, [large]);
    expect(own.visitor.text).toContain('请重新选择文件：扫描件.pdf。');
  });

  test('with the same bytes for the same indicator is noticed, and taken for another one', async () => {
    await own.visitor.get(path);
    await own.visitor.submit(path, { indicator: 'G15' }, [pdf('甲.pdf')]);
    await own.visitor.get(path);
    await own.visitor.submit(path, { indicator: 'G15' }, [pdf('乙.pdf')]);
    expect(own.visitor.errors).toEqual([
      expect.stringContaining('与该项目下已有的“甲.pdf”内容完全相同'),
    ]);
    const other = formOn(own.visitor.page, path)
      .querySelectorAll('[name=indicator] option')
      .map((option) => option.getAttribute('value')!)
      .find((code) => code && code !== 'G15')!;
    await own.visitor.submit(path, { indicator: other }, [pdf('乙.pdf')]);
    expect((await stored()).map(({ indicator }) => indicator).toSorted()).toEqual(
      ['G15', other].toSorted(),
    );
  });
});
