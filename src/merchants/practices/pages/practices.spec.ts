import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { type Person, merchantPerson, office } from '../../../../test/support/people.js';
import { PracticeSteps, practiceFacts } from '../../../../test/support/practices.js';
import { Title } from '../../../awards/titles/title.entity.js';
import { Practice } from '../practice.entity.js';

let practices: PracticeSteps;
let holder: Person;
let registrar: Person;
let id: string;
beforeAll(async () => {
  practices = await PracticeSteps.open();
  holder = await merchantPerson(practices.app, practices.title.merchantId);
  registrar = await office(practices.app, 'CityRegistrar');
});
afterAll(() => practices.app.stop());

const read = async (path: string) => practices.app.visitor().get(path);

describe('the merchant', () => {
  test('writes in the fixed shape and is told what is wrong, with everything kept', async () => {
    const { visitor } = holder;
    await visitor.get('/my/practices');
    expect(visitor.text).toContain('还没有写过经验');
    await visitor.get('/my/practices/new');
    await visitor.submit('/my/practices/new', { ...practiceFacts, figures: '去年三成' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['“去年三成”不是一行数据。每行写一个年份和一个数值，例如“2024 8.5”。'],
    ]);
    expect(visitor.html).toContain(practiceFacts.doing);
    await visitor.submit('/my/practices/new', practiceFacts);
    expect(visitor.path).toMatch(/^\/my\/practices\/.{8,}/);
    id = visitor.path.split('/').at(-1)!;
  });

  test('adds pictures, and only then asks for the review, with consent', async () => {
    const { visitor } = holder;
    const photo = await sharp({
      create: { width: 8, height: 6, channels: 3, background: '#c33' },
    })
      .withExif({ IFD0: { Copyright: 'Canon of 13800138000' } })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Canon')).toBe(true);
    const upload = { field: 'picture', name: '打包.jpg', content: photo };
    await visitor.submit(`/my/practices/${id}/pictures`, { caption: '' }, [upload]);
    expect(visitor.status).toBe(422);
    await visitor.submit(`/my/practices/${id}/pictures`, { caption: '打包台' }, [upload]);
    expect(visitor.text).toContain('照片已上传');
    expect(visitor.page.querySelector('.practice-pictures img')!.getAttribute('alt')).toBe(
      '打包台',
    );
    await visitor.submit(`/my/practices/${id}/submission`, {});
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['请先勾选同意公开。不勾选的，可以保存但不能提交。'],
    ]);
    await visitor.submit(`/my/practices/${id}/submission`, { consent: 'yes' });
    expect(visitor.text).toContain('已提交，审核结果会发消息告知');
    expect(visitor.page.querySelectorAll('main textarea')).toEqual([]);
  });

  test('is public nowhere before the office has read it', async () => {
    const [picture] = (await practices.row(id)).pictures;
    for (const path of [
      '/practices',
      '/practices/booklet',
      `/merchants/${practices.title.merchantId}`,
    ]) {
      expect((await read(path)).text).not.toContain(practiceFacts.headline);
    }
    expect((await read(`/practices/${id}/pictures/${picture!.documentId}`)).status).toBe(404);
  });
});

describe('the office', () => {
  test('returns it with a reason that the merchant reads beside the form', async () => {
    const { visitor } = registrar;
    await visitor.get('/office/practices');
    expect(visitor.text).toContain(practiceFacts.headline);
    await visitor.get(`/office/practices/${id}`);
    await visitor.submit(`/office/practices/${id}`, { decision: 'return' });
    expect(visitor.errors).toEqual(['请写明退回的原因，商户会看到。']);
    await visitor.submit(`/office/practices/${id}`, {
      decision: 'return',
      reason: '请写明数据来源。',
    });
    expect(visitor.path).toBe('/office/practices');
    await holder.visitor.get(`/my/practices/${id}`);
    expect(holder.visitor.text).toContain('退回原因：请写明数据来源。');
    await holder.visitor.submit(`/my/practices/${id}`, { headline: '当天采摘、当天发货' });
    await holder.visitor.submit(`/my/practices/${id}/submission`, { consent: 'yes' });
  });

  test('releases it with its word on each claim', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/practices/${id}`);
    await visitor.submit(`/office/practices/${id}`, { decision: 'release', doing: 'documented' });
    expect(visitor.errors).toEqual([
      '公开前请选定“别人可以学什么”的佐证程度。',
      '公开前请选定“带动了谁”的佐证程度。',
      '公开前请选定“逐年数据”的佐证程度。',
    ]);
    await visitor.submit(`/office/practices/${id}`, {
      decision: 'release',
      doing: 'documented',
      copying: 'stated',
      helped: 'stated',
      figures: 'verified',
    });
    expect(visitor.path).toBe('/office/practices');
    expect((await visitor.get('/office')).text).not.toContain('审核网商经验');
    const messages = await holder.visitor.get('/messages');
    expect(messages.text).toContain('您的经验“当天采摘、当天发货”已公开');
  });
});

describe('a starter', () => {
  test('finds it on the page of the merchant, with the evidence of each claim', async () => {
    const visitor = await read(`/merchants/${practices.title.merchantId}`);
    const article = visitor.page.querySelector('article.practice')!;
    expect(article.querySelector('h3')!.text).toBe('当天采摘、当天发货');
    expect(
      article.querySelectorAll('.practice-claim .tag, caption .tag').map((one) => one.text.trim()),
    ).toEqual(['已核定', '有材料', '自述', '自述']);
    const cells = article.querySelectorAll('tbody tr').map((row) => row.text.trim());
    expect(cells).toEqual(['20248.5', '20253']);
    const bars = article.querySelectorAll('rect').map((bar) => bar.getAttribute('width'));
    expect(bars).toEqual(['100', '35.3']);
  });

  test.each([
    ['?subject=delivery', true],
    ['?subject=training', false],
    ['?subject=nothing', true],
    ['?text=合作社 约定', true],
    ['?text=直播', false],
    ['?text=ceshi', true],
    ['?text=caizhai', true],
    ['?text=dtfh', true],
    ['?text=zhibo', false],
    // The body and the subject by their sound too, and the subject by its name.
    ['?text=hezuoshe', true],
    ['?text=qcczsj', false],
    ['?text=wuliufahuo', true],
    ['?text=wlfh', true],
    ['?text=物流', true],
    ['?text=lnxn', false],
  ])('searches %s', async (query, found) => {
    const path = encodeURI(`/practices${query}`);
    expect((await read(path)).text.includes('当天采摘、当天发货')).toBe(found);
  });

  test('prints the found ones as a booklet', async () => {
    const list = await read('/practices?subject=delivery');
    const booklet = list.page.querySelector('a[href^="/practices/booklet"]')!.getAttribute('href')!;
    expect(booklet).toBe('/practices/booklet?subject=delivery');
    const print = await read(booklet);
    expect(print.page.querySelectorAll('.booklet-part h2').map((one) => one.text)).toEqual([
      '当天采摘、当天发货',
    ]);
    expect((await read('/practices/booklet?subject=training')).html).not.toContain('booklet-part');
  });

  test('sees pictures without the notes of the camera, and no other file', async () => {
    const row = await practices.app.database.repo(Practice).findOneByOrFail({ id });
    const picture = await read(`/practices/${id}/pictures/${row.pictures[0]!.documentId}`);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(picture.headers['content-security-policy']).toContain('sandbox');
    expect(picture.content.length).toBeGreaterThan(100);
    expect(picture.content.includes('Canon')).toBe(false);
    const draft = await practices.save({ subject: 'packaging' });
    await practices.picture(draft);
    const [hidden] = (await practices.row(draft)).pictures;
    for (const path of [
      `${id}/pictures/${hidden!.documentId}`,
      `${draft}/pictures/${hidden!.documentId}`,
    ]) {
      expect((await read(`/practices/${path}`)).status).toBe(404);
    }
  });

  test('finds nothing of it after the title was revoked, and all of it after it has run out', async () => {
    const titles = practices.app.database.repo(Title);
    await titles.update({ id: practices.title.id }, { state: 'Revoked' });
    const cookie = { cookie: 'biaogan=none' };
    const list = await practices.app.visitor().get('/practices?again=1', cookie);
    expect(list.text).not.toContain('当天采摘、当天发货');
    await titles.update({ id: practices.title.id }, { state: 'Expired' });
    const later = await practices.app.visitor().get('/practices?again=2', cookie);
    expect(later.text).toContain('当天采摘、当天发货');
  });

  test('finds nothing of it once the merchant has taken it back', async () => {
    const { visitor } = holder;
    await visitor.get(`/my/practices/${id}`);
    await visitor.submit(`/my/practices/${id}/withdrawal`, {});
    expect(visitor.text).toContain('已撤回，不再公开。');
    const paths = ['/practices', '/practices/booklet', `/merchants/${practices.title.merchantId}`];
    for (const path of paths) {
      expect((await read(path)).text).not.toContain('当天采摘、当天发货');
    }
  });
});

describe('others', () => {
  test('open neither a draft nor somebody else’s practice', async () => {
    await registrar.visitor.get(
      `/office/practices/${await practices.save({ subject: 'training' })}`,
    );
    expect(registrar.visitor.status).toBe(404);
    const stranger = await merchantPerson(practices.app, await makeMerchant(practices.app));
    await stranger.visitor.get(`/my/practices/${id}`);
    expect(stranger.visitor.status).toBe(404);
    await stranger.visitor.get('/my/practices');
    expect(stranger.visitor.text).toContain('获得过称号、没有被撤销的商户才能写经验');
  });
});
