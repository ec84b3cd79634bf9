import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { growLog } from '../../../test/support/grow-log.js';
import { expectLater, receiptOf } from '../../../test/support/log-receipt.js';
import { FOLLOW, MOBILE, OwnObjections } from '../../../test/support/own-objections.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { Delivery } from '../../notifications/delivery.entity.js';
import { Deliver } from '../../notifications/deliver.js';
import { AskObjectionCode } from './ask-objection-code.js';
import { Objection } from './objection.entity.js';

let own: OwnObjections;
beforeAll(async () => {
  own = await OwnObjections.open();
});
afterAll(() => own.close());

const use = <T>(token: new (...given: never[]) => T): T => own.app.app.get(token);

test('an addition makes the page of whoever decides out of date', async () => {
  const { id, receiptNumber } = await own.file();
  const { version } = await own.app.database.repo(Objection).findOneByOrFail({ id });
  await own.add(receiptNumber);
  await expect(own.steps.admit(id, { version })).rejects.toThrow('errors.conflict');
});

test('a code goes out only to a number that somebody objected with, and the rows are alike', async () => {
  await own.file();
  for (const mobile of [MOBILE, '13900000000']) await use(AskObjectionCode).run({ mobile });
  await use(Deliver).run();
  const rows = await own.app.database
    .repo(Delivery)
    .find({ where: { template: 'code.objection' } });
  const outcomes = rows.map(({ outcome, reason }) => `${outcome} ${reason}`);
  expect(outcomes.toSorted()).toEqual(['dropped noAccount', 'sent null']);
  expect(own.post.texts.map(({ number, template }) => [number, template])).toEqual([
    [MOBILE, 'code.objection'],
  ]);
});

test('an objection has its line in the public log, for whoever has the code', async () => {
  const { id, receiptNumber } = await own.file();
  const visitor = await own.follow(receiptNumber, FOLLOW);
  await expectLater(visitor, '/objections/followed', '/objections/followed/log');
  await growLog(own.app, 1);
  const said = await receiptOf(visitor, '/objections/followed');
  expect(said).toMatchObject({ event: 'objection.receive', subjectId: id });
  expect((await own.app.visitor().get('/objections/followed/log')).status).toBe(404);
});

describe('on its pages', () => {
  test('an objector prints the code, comes back by its square, adds evidence and opens it', async () => {
    const visitor = own.app.visitor();
    await visitor.get(`/objections/new?notice=${own.steps.noticeId}`);
    await visitor.submit('/objections', { identityKind: 'person', substance: '太短' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['请填写单位名称或者姓名。', '请填写联系电话。', '“异议内容”应为20至4,000个字，现有2个字。'],
    ]);
    await visitor.submit('/objections', {
      identityKind: 'person',
      name: '异议人丙',
      telephone: '138 1234 5678',
      substance: '申报的销售数据与平台公开数据明显不一致，请核查。',
    });
    expect(visitor.path).toBe('/objections/receipt');
    const [receipt, code] = visitor.page.querySelectorAll('main dd').map((one) => one.text);
    const square = visitor.page.querySelector('main img')!.getAttribute('src')!;
    await visitor.get(square);
    expect(visitor.headers['content-type']).toContain('image/svg+xml');
    const other = own.app.visitor();
    expect((await other.get(square)).status).toBe(404);
    await other.get(`/objections/follow?receipt=${receipt}&code=${code}`);
    const filled = other.page.querySelectorAll('main input[type=text]');
    expect(filled.map((one) => one.getAttribute('value'))).toEqual([receipt, code]);
    await other.submit('/objections/follow', {});
    expect(other.path).toBe('/objections/followed');
    expect(other.text).toContain('申报的销售数据与平台公开数据明显不一致，请核查。');
    await other.submit('/objections/evidence', {});
    expect([other.status, other.errors]).toEqual([422, ['请填写补充说明，或者选择一个文件。']]);
    const file = { field: 'evidence', name: '截图.pdf', content: smallPdf };
    await other.submit('/objections/evidence', { note: '截图为公示期间所截。' }, [file]);
    expect(other.path).toBe('/objections/followed');
    expect(other.text).toContain('截图为公示期间所截。');
    const href = other.page.querySelector('main a[href^="/objections/files/"]')!;
    const path = href.getAttribute('href')!;
    await other.get(path);
    expect(other.headers['content-security-policy']).toContain('sandbox');
    expect(other.content.equals(smallPdf)).toBe(true);
    expect((await own.app.visitor().get(path)).status).toBe(404);
    const row = await own.app.database.repo(Objection).findOneByOrFail({ receiptNumber: receipt! });
    const foreign = await own.file({}, 'ABCDEFGHJM');
    const third = await own.follow(foreign.receiptNumber, 'ABCDEFGHJM');
    expect((await third.get(path)).status).toBe(404);
    expect(row.addedAt).not.toBeNull();
  });

  test('a lost code comes back through the mobile, and the old one ends', async () => {
    const { receiptNumber } = await own.file({ telephone: '13711112222' });
    const visitor = await own.app.visitor().get('/objections/lost');
    await visitor.submit('/objections/lost', { mobile: '137-1111-2222' });
    const known = visitor.text;
    const stranger = await own.app.visitor().get('/objections/lost');
    await stranger.submit('/objections/lost', { mobile: '13733334444' });
    expect(stranger.text).toBe(known);
    await stranger.submit('/objections/lost/code', { code: '000000' });
    expect(stranger.errors).toEqual(['验证码不正确，或者已过期、已用过。请核对，或者重新发送。']);
    await visitor.submit('/objections/lost/code', { code: await own.waiting('13711112222') });
    expect(visitor.path).toBe('/objections/receipt');
    const [receipt, code] = visitor.page.querySelectorAll('main dd').map((one) => one.text);
    expect(receipt).toBe(receiptNumber);
    expect((await own.follow(receiptNumber, code!)).path).toBe('/objections/followed');
    expect((await own.follow(receiptNumber, FOLLOW)).status).toBe(422);
  });

  test('digits are tried five times', async () => {
    const visitor = await own.app.visitor().get('/objections/lost');
    await visitor.submit('/objections/lost', { mobile: '13755556666' });
    for (let at = 0; at < 5; at += 1) {
      await visitor.submit('/objections/lost/code', { code: '000001' });
      expect(visitor.status).toBe(422);
    }
    await visitor.submit('/objections/lost/code', { code: '000001' });
    expect(visitor.status).toBe(429);
  });
});
