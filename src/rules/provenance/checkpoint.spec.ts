import { createPublicKey, verify } from 'node:crypto';
import { RuleError } from '../rule-error.js';
import { parseBundle } from './build-bundle.js';
import { canonicalJson } from './canonical-json.js';
import { checkpointText, isSigned, readCheckpoints, signCheckpoint } from './checkpoint.js';
import { publicKeyOf } from './ed25519.js';
import { lockSheets } from './lock-category.js';

/** RFC 8032, section 7.1, test 1. */
const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const hash = 'ab'.repeat(32);
const signed = signCheckpoint({ sequence: 70, hash }, seed);

describe('a checkpoint', () => {
  it('is signed with the key of its seed, over its number and its hash', () => {
    expect(publicKeyOf(seed)).toBe(publicKey);
    const { sequence, signature } = signCheckpoint({ sequence: 70, hash }, seed);
    expect([sequence, signature.length]).toEqual([70, 86]);
    // Without the program: the message as text, the key as a JSON web key (RFC 8037).
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const message = Buffer.from(`biaogan checkpoint\n70\n${hash}`);
    expect(verify(null, message, key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('holds for its own number, hash and key only', () => {
    const own = signCheckpoint({ sequence: 70, hash }, seed);
    expect(isSigned(own, publicKey)).toBe(true);
    expect(isSigned({ ...own, sequence: 71 }, publicKey)).toBe(false);
    expect(isSigned({ ...own, hash: 'ac'.repeat(32) }, publicKey)).toBe(false);
    const other = publicKeyOf(Buffer.alloc(32, 7));
    expect(isSigned(own, other)).toBe(false);
  });

  it('is one word that is read again out of any text, wrapped as mail wraps it', () => {
    const text = checkpointText(signed);
    expect(text).toBe(`BG1.70.${hash}.${signed.signature}`);
    const halves = [text.slice(0, 40), text.slice(40)];
    for (const wrap of ['', '=\r\n', '=\n', '\r\n', ' \n\t  ']) {
      expect(readCheckpoints(`Kept: ${halves.join(wrap)} .`)).toEqual([signed]);
    }
    const second = { ...signed, sequence: 123_456_789 };
    expect(readCheckpoints(`${text}\n${checkpointText(second)}`)).toEqual([signed, second]);
    expect(readCheckpoints('BG1.7.beef.none')).toStrictEqual([]);
    expect(readCheckpoints(text.replace('.70.', '..'))).toStrictEqual([]);
    expect(readCheckpoints(text.replace('ab', 'XY'))).toStrictEqual([]);
  });
});

describe('what is hashed and compared', () => {
  it('knows one nothing only, and the keys of an object in their order', () => {
    expect(canonicalJson({ b: -0, a: [0, null, 'x'] })).toBe('{"a":[0,null,"x"],"b":0}');
  });

  it('locks the sheets in the order of their names', () => {
    const sheet = (code: 'material' | 'defence', seat: number, points: number) => ({
      sheet: code,
      seat,
      scores: { A: points, B: 1 },
    });
    expect(
      lockSheets([sheet('material', 1, 10), sheet('defence', 1, 20), sheet('material', 2, 30)]),
    ).toEqual([
      { sheet: 'defence', seatSums: { 1: 21 }, indicatorSums: { A: 20, B: 1 } },
      { sheet: 'material', seatSums: { 1: 11, 2: 31 }, indicatorSums: { A: 40, B: 2 } },
    ]);
  });

  it.each(['', '{', 'null', '{"format":"x"}'])('refuses %j, which is no bundle', (text) => {
    expect(() => parseBundle(text)).toThrow(new RuleError('provenance.error.notABundle'));
  });
});
