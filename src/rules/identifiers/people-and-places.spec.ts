import { checkEmail, checkIcpNumber, checkMobile } from './contact-identifiers.js';
import { findContactPatterns } from './contact-patterns.js';
import { isDivisionCode } from './divisions.js';
import { checkIdentityNumber, maskIdentityNumber } from './identity-number.js';
import { normaliseText } from './normalise-text.js';
import { checkOrganisationCode } from './organisation-code.js';
import { checkRegistrationNumber } from './registration-number.js';

describe('legacy identifiers', () => {
  it('reads an organisation code with its hyphen', () => {
    expect(checkOrganisationCode('77604965-3')).toEqual({ ok: true, value: '776049653' });
    expect(checkOrganisationCode('ma31e12p-x')).toEqual({ ok: true, value: 'MA31E12PX' });
  });

  it.each([
    ['77604965-4', 'check'],
    ['7760496-53', 'form'],
    ['77604965', 'form'],
    ['1776049653', 'form'],
    ['7760496531', 'form'],
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
    for (const text of ['33080000001234', '3308000000012345']) {
      expect(checkRegistrationNumber(text)).toEqual({
        ok: false,
        code: 'identifiers.registrationNumber.form',
      });
    }
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

  it.each([
    ['330802198902290011', 'date'],
    ['330802198913010011', 'date'],
    ['330802189912310011', 'date'],
    ['1101051949123100', 'form'],
    ['11010519491231002XX', 'form'],
    ['A11010519491231002X', 'form'],
    ['11010519491231002A', 'form'],
  ])('refuses %s for its %s', (text, reason) => {
    expect(checkIdentityNumber(text)).toEqual({
      ok: false,
      code: `identifiers.identityNumber.${reason}`,
    });
  });

  it('shows the last four characters and no more', () => {
    expect(maskIdentityNumber('11010519491231002X')).toBe('**************002X');
  });
});

describe('mobile and ICP numbers', () => {
  it.each([
    ['138 0570 0001', true],
    ['13805700001', true],
    ['12805700001', false],
    ['138-0570-0001', true],
    ['1380570000', false],
    ['138057000011', false],
    ['213805700001', false],
    ['+86 138 0570 0001', true],
    ['+8613805700001', true],
    ['008613805700001', true],
    ['8613805700001', true],
    ['(+86)138-0570-0001', true],
    ['138.0570.0001', true],
    ['\u202A13805700001\u202C', true],
    ['＋８６１３８０５７００００１', true],
    ['+1 13805700001', false],
    ['138/0570/0001', false],
  ])('mobile %s: %s', (text, ok) => {
    expect(checkMobile(text)).toEqual(
      ok ? { ok, value: '13805700001' } : { ok, code: 'identifiers.mobile.form' },
    );
  });

  it.each([
    [' Li.Min+shop@Mail.Example.CN ', 'Li.Min+shop@mail.example.cn'],
    ['ａ＠example.com', 'a@example.com'],
    [`${'a'.repeat(64)}@x.cn`, `${'a'.repeat(64)}@x.cn`],
    [`${'a'.repeat(65)}@x.cn`, null],
    ['li min@example.cn', null],
    ['<li@example.cn>', null],
    ['li@example', null],
    ['li@example.cn.', null],
    ['li@exa mple.cn', null],
    ['li@@example.cn', null],
    ['@example.cn', null],
    ['', null],
  ])('mail address %j is kept as %j', (text, value) => {
    expect(checkEmail(text)).toEqual(
      value === null ? { ok: false, code: 'identifiers.email.form' } : { ok: true, value },
    );
  });

  it.each([
    ['浙ICP备12345678号', true],
    ['浙icp备12345678号-1', true],
    ['浙ICP备2021012345号-2', true],
    ['浙ICP备123456789号', false],
    ['浙ICP备12345678号-12', true],
    ['ICP备12345678号', false],
    ['省浙ICP备12345678号', false],
    ['浙ICP备12345678号-1a', false],
  ])('ICP number %s: %s', (text, ok) => {
    expect(checkIcpNumber(text)).toEqual(
      ok ? { ok, value: text.toUpperCase() } : { ok, code: 'identifiers.icpNumber.form' },
    );
  });
});

it('knows the divisions of the city by their codes', () => {
  expect(['330802', '330800-SBJ'].every(isDivisionCode)).toBe(true);
  expect(['330800', '330100', ''].some(isDivisionCode)).toBe(false);
});

describe('text', () => {
  it('reduces runs of blanks and keeps the ends of lines', () => {
    expect(normaliseText(' 甲 \t  乙\n 丙 ')).toBe('甲 乙\n 丙');
  });

  it('unifies brackets and width but keeps Chinese punctuation', () => {
    expect(normaliseText('　衢州(柯城)ＡＢＣ商行，主营：柑橘　 ')).toBe(
      '衢州（柯城）ABC商行，主营：柑橘',
    );
    expect(normaliseText('Ｑuzhou （Kecheng）')).toBe('Quzhou (Kecheng)');
  });
});

describe('contacts in an introduction', () => {
  it.each([
    ['欢迎致电13805700001洽谈', ['Telephone']],
    ['欢迎致电 138-0570-0001', ['Telephone']],
    ['座机(0570)3012345', ['Telephone']],
    ['电话 198.0000.0071', ['Telephone']],
    ['电话 198★0000★0071', ['Telephone']],
    ['电话 1-9-8-0-0-0-0-0-0-7-1', ['Telephone']],
    ['电话 1★9★8★0★0★0★0★0★0★7★1', ['Telephone']],
    ['电话 一九八零零零零零零七一', ['Telephone']],
    ['电话 198\u200B0000\u200B0071', ['Telephone']],
    ['电话 ①⑨⑧⓪⓪⓪⓪⓪⓪⑦①', ['Telephone']],
    ['信箱 shop\u00AD@example.com', ['Mail']],
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

  it('names each contact once, with the text and the sentence of its kind', () => {
    expect(findContactPatterns('13805700001 或 13905700002，再说一遍 13805700001')).toEqual([
      {
        pattern: 'Telephone',
        text: '13805700001',
        code: 'identifiers.contactPattern.Telephone',
      },
      {
        pattern: 'Telephone',
        text: '13905700002',
        code: 'identifiers.contactPattern.Telephone',
      },
    ]);
    expect(findContactPatterns('vx:qq12345678').map(({ pattern }) => pattern)).toEqual([
      'WeChat',
      'Qq',
    ]);
  });

  it('leaves prose with years, amounts and channels alone', () => {
    expect(
      findContactPatterns(
        '本店2009年开业，2012年销售额1230万元，带动农户320户，通过微信公众号和QQ空间推广，获证书LB-18-1234567。',
      ),
    ).toEqual([]);
    expect(
      findContactPatterns(
        '三年销售额13,805,700,001元，增长13.5%、14.2%、15.1%、16%；2013.5.21至2014.5.21，一九八四年起步。',
      ),
    ).toEqual([]);
  });
});
