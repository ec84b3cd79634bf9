import { RuleError } from '../rule-error.js';
import { formatCertificateNumber, parseCertificateNumber } from './certificate-number.js';
import { formatDocumentNumber, parseDocumentNumber } from './document-number.js';
import { CREDIT_CODE_CHARACTERS } from './credit-code.js';
import { parseVerifyCode, verifyCodeFrom } from './verify-code.js';

describe('document numbers', () => {
  it.each([
    ['衢商务〔2013〕5号', { prefix: '衢商务', year: 2013, serial: 5 }],
    ['衢政办发〔2013〕102号', { prefix: '衢政办发', year: 2013, serial: 102 }],
    ['国办发〔2020〕49号', { prefix: '国办发', year: 2020, serial: 49 }],
    ['国办公开办函〔2021〕28号', { prefix: '国办公开办函', year: 2021, serial: 28 }],
  ])('%s is accepted', (text, parts) => {
    expect(parseDocumentNumber(text)).toEqual(parts);
    expect(formatDocumentNumber(parts)).toBe(text);
  });

  it.each([
    ['衢商务[2013]5号', 'square brackets'],
    ['衢商务（2013）5号', 'round brackets'],
    ['衢商务〔2013〕05号', 'zero padding'],
    ['衢商务〔2013〕第5号', '第'],
    ['衢商务〔13〕5号', 'two-digit year'],
    ['商〔2013〕5号', 'one-character prefix'],
    ['衢商务〔2013〕10000号', 'five digits'],
  ])('%s is refused: %s', (text) => {
    expect(() => parseDocumentNumber(text)).toThrow(
      new RuleError('identifiers.documentNumber.form', { text }),
    );
  });
});

describe('certificate numbers', () => {
  it('carry year, category and serial in award order', () => {
    const parts = { year: 2013, category: 'G', serial: 1 } as const;
    expect(formatCertificateNumber(parts)).toBe('QZ-2013-G-001');
    expect(parseCertificateNumber('QZ-2013-G-001')).toEqual(parts);
  });

  it.each([
    'XQZ-2013-G-001',
    'QZ-2013-X-001',
    'QZ-13-G-001',
    'QZ-2013-G-1',
    'QZ-2013-G-000',
    'QZ-2013-G-1000',
  ])('%s is refused', (text) => {
    expect(() => parseCertificateNumber(text)).toThrow(
      new RuleError('identifiers.certificateNumber.form', { text }),
    );
  });
});

describe('verify codes', () => {
  it('skip the bytes that would favour the first characters', () => {
    const bytes = Uint8Array.from([255, 248, 247, 0, 30, 31, 1, 2, 3, 4, 5, 6, 7]);
    expect(verifyCodeFrom(bytes)).toBe('Y0Y0123456');
  });

  it('give every character the same number of fair bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 248; byte += 1) {
      const character = verifyCodeFrom(new Uint8Array(10).fill(byte)).charAt(0);
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect([...counts]).toEqual(
      Array.from(CREDIT_CODE_CHARACTERS).map((character) => [character, 8]),
    );
  });

  it('ask for more bytes rather than shorten the code', () => {
    expect(() => verifyCodeFrom(new Uint8Array(9))).toThrow(
      new RuleError('identifiers.verifyCode.notEnoughBytes', { bytes: 9 }),
    );
  });

  it('are read from what a person types', () => {
    expect(parseVerifyCode(' y0y01 23456 ')).toBe('Y0Y0123456');
    expect(parseVerifyCode('Y0Y0-1234–5O')).toBe('Y0Y0123450');
    expect(parseVerifyCode('IOSZ·0000.00')).toBe('1052000000');
    expect(parseVerifyCode('Y0Y012345V')).toBeNull();
    expect(parseVerifyCode('Y0Y012345')).toBeNull();
    expect(parseVerifyCode('Y0Y01234567')).toBeNull();
  });
});
