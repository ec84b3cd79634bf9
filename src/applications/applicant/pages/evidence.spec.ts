import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  makeApplicant,
  startDraft,
  submitted,
  openWindow,
} from '../../../../test/support/applicant.js';
import type { TestProgramme } from '../../../../test/support/programme.js';
import { smallPdf, smallPng } from '../../../../test/support/small-files.js';
import type { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let path: string;

beforeAll(async () => {
  ({ app, programme } = await openWindow());
  own = await makeApplicant(app);
  path = await startDraft(own, programme);
});
afterAll(() => app.stop());

const pdf = { field: 'file', name: '交易汇总.pdf', content: smallPdf };

async function links(): Promise<{ indicator: string; caption: string }[]> {
  return app.database.rows(
    'SELECT indicator, caption FROM evidence_link WHERE application_id = ? ORDER BY indicator, id',
    [path.split('/').at(-1)!],
  );
}

describe('evidence', () => {
  test('is tied to the indicator it proves and listed under it', async () => {
    await own.visitor.get(`${path}/evidence`);
    await own.visitor.submit('/evidence', { indicator: 'G1', caption: '2025年平台交易汇总' }, [
      pdf,
    ]);
    expect(own.visitor.errors).toEqual([]);
    const section = own.visitor.page.querySelectorAll('main section')[0]!;
    expect(section.querySelector('h2')!.text).toBe('G1 上年网络零售额（净）');
    expect(section.querySelector('.task a')!.text.trim()).toBe('交易汇总.pdf');
    expect(await links()).toEqual([{ indicator: 'G1', caption: '2025年平台交易汇总' }]);
    await own.visitor.get(section.querySelector('.task a')!.getAttribute('href')!);
    expect(own.visitor.status).toBe(200);
  });

  test('with mistakes keeps what was typed and stores nothing', async () => {
    await own.visitor.get(`${path}/evidence`);
    await own.visitor.submit('/evidence', { indicator: '', caption: '图'.repeat(51) });
    expect(own.visitor.status).toBe(422);
    expect(own.visitor.errors).toEqual([
      '请选择“证明的指标”。',
      '“说明”最多50个字，现有51个字。',
      '请选择要上传的文件。',
    ]);
    await own.visitor.submit('/evidence', { indicator: 'G2', caption: '照片' }, [
      { field: 'file', name: '照片.pdf', content: smallPng },
    ]);
    expect(own.visitor.errors).toEqual(['文件“照片.pdf”的内容与扩展名不符，应以“.png”结尾。']);
    expect(own.visitor.page.querySelector('[name=caption]')!.getAttribute('value')).toBe('照片');
    expect(await links()).toHaveLength(1);
  });

  test('says of every file what is wrong with it, beside what else is wrong', async () => {
    const bad = ['一.pdf', '二.pdf'].map((name) => ({ field: 'file', name, content: smallPng }));
    const told = bad.map(({ name }) => `文件“${name}”的内容与扩展名不符，应以“.png”结尾。`);
    await own.visitor.get(`${path}/evidence`);
    await own.visitor.submit('/evidence', { indicator: '' }, bad);
    expect(own.visitor.errors).toEqual(['请选择“证明的指标”。', ...told]);
    await own.visitor.get(`${path}/evidence`);
    await own.visitor.submit('/evidence', { indicator: 'G2' }, [
      { ...pdf, name: '好.pdf' },
      ...bad,
    ]);
    expect([own.visitor.errors, (await links()).length]).toEqual([told, 1]);
  });

  test('of an indicator without any is a press away from its upload', async () => {
    await own.visitor.get(`${path}/evidence`);
    const way = own.visitor.page
      .querySelectorAll('main li a')
      .find((link) => link.text.includes('G15'))!;
    expect(way.getAttribute('href')).toBe('?for=G15#field-indicator');
    await own.visitor.get(`${path}/evidence?for=G15`);
    const chosen = () =>
      own.visitor.page.querySelector('#field-indicator option[selected]')?.getAttribute('value');
    expect(chosen()).toBe('G15');
    await own.visitor.get(`${path}/evidence?for=G19&for=x`);
    expect([own.visitor.status, chosen() || undefined]).toEqual([200, undefined]);
  });

  test('cannot be tied to what the office itself decides', async () => {
    await own.visitor.get(`${path}/evidence`);
    await own.visitor.submit('/evidence', { indicator: 'G19', caption: '' }, [pdf]);
    expect(own.visitor.errors).toEqual(['请选择“证明的指标”。']);
  });

  test('is taken back while it is a draft, not by others and not after submission', async () => {
    const other = await makeApplicant(app);
    await own.visitor.get(`${path}/evidence`);
    const action = own.visitor.page
      .querySelector('form[action$="/removal"]')!
      .getAttribute('action')!;
    await other.visitor.get('/my');
    await other.visitor.post(action, { _csrf: other.visitor.token });
    expect(other.visitor.status).toBe(404);
    await own.visitor.submit('/removal');
    expect(await links()).toEqual([]);

    const id = await submitted(other, programme);
    await other.visitor.get(`/my/applications/${id}/evidence`);
    expect(other.visitor.page.querySelector('form[action$="/evidence"]')).toBeNull();
    await other.visitor.post(`/my/applications/${id}/evidence`, {
      _csrf: other.visitor.token,
      indicator: 'confirmation',
    });
    expect(other.visitor.status).toBe(409);
  });
});
