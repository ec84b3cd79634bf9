import { publicKeyOf } from '../provenance/ed25519.js';
import { cosign, cosignedAt } from './cosignature.js';
import { logHeadText, readLogHead } from './log-checkpoint.js';
import {
  type Note,
  isNoteSigned,
  keyId,
  readNote,
  readVerifierKey,
  signNote,
  verifierKey,
} from './signed-note.js';
import { logProofText, readLogProof } from './tlog-proof.js';

/** RFC 8032, section 7.1, tests 1 and 2. */
const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const otherSeed = Buffer.from(
  '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  'hex',
);
const logKey = { name: 'log.example/log', type: 1, publicKey: publicKeyOf(seed) } as const;
const witnessKey = { name: 'witness.example', type: 4, publicKey: publicKeyOf(otherSeed) } as const;

const root = Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64');
const head = { origin: 'log.example/log', size: 20852163, root };
const text = logHeadText(head);
const signed = `${text}\n${signNote(text, logKey, seed)}`;
const read = (note: string) => readNote(note) as Note;

describe('a signed note', () => {
  /** The example of the specification. */
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  const note =
    'This is an example message.\n\n' +
    '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

  it('of the specification is verified by the key of the specification', () => {
    const key = readVerifierKey(vkey)!;
    expect(verifierKey(key)).toBe(vkey);
    expect(isNoteSigned(read(note), key)).toBe(true);
    expect(isNoteSigned(read(note.replace('example message', 'other message')), key)).toBe(false);
  });

  it('is made so that it verifies, for its own key only', () => {
    expect(isNoteSigned(read(signed), logKey)).toBe(true);
    expect(isNoteSigned(read(signed), { ...logKey, name: 'other.example' })).toBe(false);
    const stranger = { ...logKey, publicKey: witnessKey.publicKey };
    expect(isNoteSigned(read(signed), stranger)).toBe(false);
  });

  it('is spoiled by one false line of a known key, and not by strangers', () => {
    const stranger = signNote(text, { ...logKey, name: 'stranger' }, otherSeed);
    expect(isNoteSigned(read(signed + stranger), logKey)).toBe(true);
    const id = Buffer.from(keyId(logKey), 'hex');
    const forged = `— ${logKey.name} ${Buffer.concat([id, Buffer.alloc(64)]).toString('base64')}\n`;
    expect(isNoteSigned(read(signed + forged), logKey)).toBe(false);
  });

  test.each([
    ['without signatures', 'text\n'],
    ['without an empty line', note.replace('\n\n', '\n')],
    ['that does not end its line', note.slice(0, -1)],
    ['with another dash', note.replace('— ', '- ')],
    ['with a control character', note.replace('example message', 'example\tmessage')],
    ['with bytes that are no text', note.replace('example message', '\uFFFD')],
    ['with a plus in a name', note.replace('— example.com/foo', '— example+com')],
    ['with base64 of another spelling', note.replace('QM=\n', 'QN=\n')],
    ['with a hundred and one lines', `text\n\n${note.split('\n\n')[1]!.repeat(101)}`],
  ])('%s is none', (_, wrong) => {
    expect(readNote(wrong)).toBeNull();
  });

  test.each([
    ['another id', vkey.replace('530d903a', '530d903b')],
    ['another name', vkey.replace('foo', 'bar')],
    ['a kind that is not known here', vkey.replace('+Aeky', '+B+ky')],
    ['half of it', vkey.slice(0, -8)],
    ['nothing', ''],
  ])('a key with %s is not taken', (_, wrong) => {
    expect(readVerifierKey(wrong)).toBeNull();
  });
});

describe('a checkpoint of the log', () => {
  it('says name, size and root in three lines', () => {
    expect(text).toBe('log.example/log\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');
    expect(readLogHead(text)).toEqual(head);
    expect(readLogHead(`${text}an extension\n`)).toEqual(head);
  });

  test.each([
    ['a size with a zero before it', text.replace('20852163', '020852163')],
    ['a negative size', text.replace('20852163', '-1')],
    ['a root that is too short', text.replace('CsUYapGG', '')],
    ['no name', text.slice('log.example/log'.length)],
    ['one line', 'log.example/log\n'],
  ])('with %s is none', (_, wrong) => {
    expect(readLogHead(wrong)).toBeNull();
  });
});

describe('a cosignature', () => {
  const line = cosign(text, witnessKey, otherSeed, 1679315147);

  it('says when the witness saw the log, over the words of the specification', () => {
    expect(cosignedAt(read(signed + line), witnessKey)).toBe(1679315147);
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
    expect(bytes.length).toBe(4 + 8 + 64);
    expect(bytes.readBigUInt64BE(4)).toBe(1679315147n);
  });

  it('holds for its text, its time and its key only', () => {
    const later = read(signed.replace('20852163', '20852164') + line);
    expect(cosignedAt(later, witnessKey)).toBeNull();
    expect(cosignedAt(read(signed), witnessKey)).toBeNull();
    const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
    bytes[11]! ^= 1;
    const bent = `— ${witnessKey.name} ${bytes.toString('base64')}\n`;
    expect(cosignedAt(read(signed + bent), witnessKey)).toBeNull();
    expect(cosignedAt(read(signed + line + bent), witnessKey)).toBeNull();
    const short = `— ${witnessKey.name} ${bytes.subarray(0, 40).toString('base64')}\n`;
    expect(cosignedAt(read(signed + short), witnessKey)).toBeNull();
  });

  it('has a time that can be written', () => {
    const at = (time: number) =>
      cosignedAt(read(signed + cosign(text, witnessKey, otherSeed, time)), witnessKey);
    expect([at(253_402_300_799), at(253_402_300_800)]).toEqual([253_402_300_799, null]);
  });

  it('is no signature of a note', () => {
    expect(isNoteSigned(read(signed + line), witnessKey)).toBe(false);
  });

  it('has the id of its name, its kind and its key', () => {
    expect(keyId(witnessKey)).not.toBe(keyId({ ...witnessKey, type: 1 }));
    expect(keyId(witnessKey)).not.toBe(keyId({ ...witnessKey, name: 'other' }));
  });
});

describe('a receipt', () => {
  const proof = {
    extra: Buffer.from('what the entry says'),
    index: 73894,
    path: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)],
    checkpoint: signed,
  };

  it('is read back', () => {
    const written = logProofText(proof);
    expect(written.split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${proof.extra.toString('base64')}`,
      'index 73894',
    ]);
    expect(readLogProof(written)).toEqual(proof);
    expect(readLogProof(logProofText({ ...proof, path: [] }))).toEqual({ ...proof, path: [] });
    const short = { ...proof, extra: null };
    expect(readLogProof(logProofText(short))).toEqual(short);
  });

  test.each([
    ['of another version', 'proof@v1', 'proof@v2'],
    ['without what it says', 'extra ', 'other '],
    ['with an index that is no number', 'index 73894', 'index 073894'],
    ['with a short hash', 'AQEBAQEB', ''],
    ['without a checkpoint', '\n\n', '\n'],
  ])('%s is none', (_, from, to) => {
    expect(readLogProof(logProofText(proof).replaceAll(from, to))).toBeNull();
  });
});
