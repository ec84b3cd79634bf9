import { checkIcpNumber, checkMobile } from './contact-identifiers.js';
import { findContactPatterns } from './contact-patterns.js';
import { checkIdentityNumber } from './identity-number.js';
import { comparisonKey, normaliseText } from './normalise-text.js';
import { checkOrganisationCode } from './organisation-code.js';
import { checkRegistrationNumber } from './registration-number.js';
import { checkShopUrl } from './shop-url.js';

describe('legacy identifiers', () => {
  it('reads an organisation code with its hyphen', () => {
    expect(checkOrganisationCode('77604965-3')).toEqual({ ok: true, value: '776049653' });
    expect(checkOrganisationCode('ma31e12p-x')).toEqual({ ok: true, value: 'MA31E12PX' });
  });

  it.each([
    ['77604965-4', 'check'],
    ['7760496-53', 'form'],
    ['77604965', 'form'],
  ])('refuses the organisation code %s for its %s', (text, reason) => {
    expect(checkOrganisationCode(text)).toEqual({
      ok: false,
      code: `identifiers.organisationCode.${reason}`,
    });
  });

  it('takes any 15 digits as a registration number', () => {
    expect(checkRegistrationNumber('330800000012345')).toEqual({
      ok: true,
      value: '330800000012345',
    });
    expect(checkRegistrationNumber('33080000001234')).toEqual({
      ok: false,
      code: 'identifiers.registrationNumber.form',
    });
  });
});

describe('identity numbers', () => {
  it('gives the birth date', () => {
    expect(checkIdentityNumber('330802 19880229 001 X'.replace(/ /g, ''))).toMatchObject({
      ok: false,
      code: 'identifiers.identityNumber.check',
    });
    expect(checkIdentityNumber('11010519491231002x')).toEqual({
      ok: true,
      value: '11010519491231002X',
      birthDate: '1949-12-31',
    });
  });

  it('refuses a day that does not exist', () => {
    expect(checkIdentityNumber('330802198902290011')).toEqual({
      ok: false,
      code: 'identifiers.identityNumber.date',
    });
  });
});

describe('mobile and ICP numbers', () => {
  it.each([
    ['138 0570 0001', true],
    ['13805700001', true],
    ['12805700001', false],
    ['1380570000', false],
  ])('mobile %s: %s', (text, ok) => {
    expect(checkMobile(text).ok).toBe(ok);
  });

  it.each([
    ['浙ICP备12345678号', true],
    ['浙icp备12345678号-1', true],
    ['浙ICP备2021012345号-2', true],
    ['浙ICP备123456789号', false],
    ['ICP备12345678号', false],
  ])('ICP number %s: %s', (text, ok) => {
    expect(checkIcpNumber(text).ok).toBe(ok);
  });
});

describe('shop addresses', () => {
  it.each([
    ['https://shop1.taobao.com/index.htm', ['taobao.com'], true],
    ['https://taobao.com.example.net/', ['taobao.com'], 'hostNotOfPlatform'],
    ['https://faketaobao.com/', ['taobao.com'], 'hostNotOfPlatform'],
    ['http://shop1.taobao.com/', ['taobao.com'], 'notHttps'],
    ['javascript:alert(1)', ['taobao.com'], 'form'],
    ['https://taobao.com@example.net/', ['taobao.com'], 'form'],
    ['https://www.example.net/', [], true],
    ['https://localhost/', [], 'form'],
  ])('%s of %j: %s', (text, hosts, expected) => {
    const result = checkShopUrl(text, hosts);
    expect(result.ok ? true : result.code.replace('identifiers.shopUrl.', '')).toBe(expected);
  });
});

describe('text', () => {
  it('unifies brackets and width but keeps Chinese punctuation', () => {
    expect(normaliseText('　衢州(柯城)ＡＢＣ商行，主营：柑橘　 ')).toBe(
      '衢州（柯城）ABC商行，主营：柑橘',
    );
    expect(normaliseText('Ｑuzhou （Kecheng）')).toBe('Quzhou (Kecheng)');
  });

  it('compares names without width, case, blanks and brackets', () => {
    expect(comparisonKey('衢州（柯城）ABC 商行')).toBe(comparisonKey('衢州(柯城)ａｂｃ商行'));
  });
});

describe('contacts in an introduction', () => {
  it.each([
    ['欢迎致电13805700001洽谈', ['Telephone']],
    ['欢迎致电 138-0570-0001', ['Telephone']],
    ['座机(0570)3012345', ['Telephone']],
    ['客服 400-800-1234', ['Telephone']],
    ['来信 shop@example.com 即可', ['Mail']],
    ['官网 https://example.com/a', ['Url']],
    ['官网 example.cn 有详情', ['Url']],
    ['加微信：quzhou_orange', ['WeChat']],
    ['微信orange2013', ['WeChat']],
    ['ＱＱ群：１２３４５６７８', ['Qq']],
  ])('%s', (text, patterns) => {
    expect(findContactPatterns(text).map((finding) => finding.pattern)).toEqual(patterns);
  });

  it('leaves prose with years, amounts and channels alone', () => {
    expect(
      findContactPatterns(
        '本店2009年开业，2012年销售额1230万元，带动农户320户，通过微信公众号和QQ空间推广，获证书LB-18-1234567。',
      ),
    ).toEqual([]);
  });
});
