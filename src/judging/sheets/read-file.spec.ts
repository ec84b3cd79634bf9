import { describe, expect, test } from '@jest/globals';
import { PRESET_NOW as rules } from '../../../seeds/reference/rule-sets/preset-now.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import { type FileInput, keptReading } from './read-file.js';

const { indicators } = roundSheet(rules, 'G', 'material')!;
const [{ code }] = indicators as [(typeof indicators)[number]];
const input: FileInput = {
  file: {
    blind: 1,
    code: 'G',
    merchantName: '信安果园',
    headName: '张三',
    contactName: '李四',
    answers: JSON.stringify({ texts: { [code]: '信安果园与城西果园、王五和李四' } }),
    snapshot: null,
    correctionCount: 0,
  },
  figures: [],
  documents: [],
  ties: [],
  indicators,
};
const shown = (changed: Partial<FileInput>) => {
  const [first] = keptReading(rules, { ...input, ...changed }).evidence;
  return first!;
};
const file = (changed: Partial<FileInput['file']>) => ({ file: { ...input.file, ...changed } });

test('a file is read once for all its judges', () => {
  expect(keptReading(rules, { ...input })).toBe(keptReading(rules, { ...input }));
});

describe('a reading is made anew', () => {
  test.each<[string, Partial<FileInput>]>([
    ['round that is not blind', file({ blind: 0 })],
    ['name', file({ merchantName: '城西果园' })],
    ['head', file({ headName: '王五' })],
    ['contact', file({ contactName: '赵六' })],
    ['tie', { ties: [{ kind: 'related', id: 'r', name: '城西果园', platform: '' }] }],
    ['text', file({ answers: JSON.stringify({ texts: { [code]: '另一段话' } }) })],
  ])('for another %s', (_, changed) => {
    const before = shown({}).text;
    expect(shown(changed).text).not.toBe(before);
    expect(shown({}).text).toBe(before);
  });

  test('for another file, a copy that is there now, and other indicators', () => {
    const document = {
      documentId: 'd',
      indicator: code,
      caption: '',
      name: 'a.pdf',
      contentType: 'application/pdf',
      hasBlindCopy: 0,
    };
    expect(shown({}).documents).toEqual([]);
    expect(shown({ documents: [document] }).documents[0]!.withheld).toBe(true);
    const supplied = { documents: [{ ...document, hasBlindCopy: 1 }] };
    expect(shown(supplied).documents[0]!.withheld).toBe(false);
    const fewer = { ...input, indicators: indicators.slice(1) };
    expect(keptReading(rules, fewer).evidence.map((one) => one.indicator)).toEqual(
      indicators.slice(1),
    );
  });

  test('for a verified figure and a correction', () => {
    const points = (changed: Partial<FileInput>) =>
      keptReading(rules, { ...input, ...changed }).verified;
    const before = points({});
    expect(points(file({ correctionCount: 3 }))).not.toBe(before);
    const figures = [{ key: 'G01.2012', claimed: '10', verified: '10', verdict: 'confirmed' }];
    expect(points({ figures })).not.toBe(before);
  });

  test('for other rules', () => {
    expect(keptReading({ ...rules }, input)).not.toBe(keptReading(rules, input));
  });
});
