import { describe, expect, test } from '@jest/globals';
import { publicKeyOf } from '../provenance/ed25519.js';
import { CODE, FILE, day, facts, head, result, sealed } from './hall-day.fixture.js';
import { resultSeed } from './hall-day.js';
import { type KnownHallFile, readHallResult, signHallResult } from './hall-result.js';

const own: KnownHallFile = { hash: sealed.hash, resultKey: day.resultKey, taken: false };
const read = (text: string, known: KnownHallFile = own) =>
  readHallResult(text, (file) => (file === FILE ? known : undefined));
const problems = (text: string, known = own) =>
  read(text, known).problems.map(({ key, row }) => [key.slice('hall.result.not.'.length), row]);

interface Text {
  count: number;
  signature: string;
  lines: Record<string, unknown>[];
}
const bent = (change: (text: Text) => unknown) => {
  const text = JSON.parse(result()) as Text;
  change(text);
  return JSON.stringify(text);
};

test('a result is read line by line as it was written', () => {
  const { result: found, problems: none } = read(result());
  expect(none).toEqual([]);
  expect(found).toMatchObject(head);
  const hash: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(found!.lines).toEqual(facts.map((fact, i) => ({ ...fact, number: i + 1, hash })));
});

describe('what is no result', () => {
  test.each([
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['a hall file', JSON.stringify(sealed)],
    ['a line without a time', bent(({ lines }) => delete lines[1]!.at)],
    ['a time of another kind', bent(({ lines }) => (lines[1]!.at = '2026-09-21 09:01'))],
    ['an act that is none', bent(({ lines }) => (lines[1]!.kind = 'jump'))],
    ['a place that is no number', bent(({ lines }) => (lines[1]!.place = 1.5))],
    ['a person who came otherwise', bent(({ lines }) => (lines[0]!.came = { attendance: 'x' }))],
  ])('%s', (_title, text) => {
    expect(read(text)).toMatchObject({ result: null });
    expect(problems(text)).toEqual([['notOne', null]]);
  });
});

describe('what is not believed', () => {
  test.each([
    ['of another defence', result(facts, { file: 'file2' }), 'otherDefence', null],
    [
      'of a hall file that was changed',
      result(facts, { fileHash: '0'.repeat(64) }),
      'changedFile',
      null,
    ],
    ['without a line', result([]), 'empty', null],
    ['with a time moved', bent(({ lines }) => (lines[4]!.at = lines[3]!.at)), 'changedLine', 5],
    ['with another keeper', bent(({ lines }) => (lines[0]!.by = 'k2')), 'changedLine', 1],
    [
      'with another name',
      bent(({ lines }) => ((lines[0]!.came as Text & { speaker: string }).speaker = 'X')),
      'changedLine',
      1,
    ],
    [
      'with a hash of its own',
      bent(({ lines }) => (lines[8]!.hash = '0'.repeat(64))),
      'changedLine',
      9,
    ],
    ['without a line in the middle', bent(({ lines }) => lines.splice(2, 1)), 'missingLine', 3],
    ['without the last', bent(({ lines }) => lines.pop()), 'missingLine', 9],
    ['with lines exchanged', bent(({ lines }) => lines.reverse()), 'missingLine', 1],
    ['with another count', bent((text) => (text.count = 10)), 'missingLine', 10],
    [
      'shorter, and counted anew',
      bent((text) => {
        text.lines.pop();
        text.count = 8;
      }),
      'wrongKey',
      null,
    ],
    [
      'with another end',
      result(facts, {}).replace(head.endedAt, '2026-09-21T02:00:00.000Z'),
      'wrongKey',
      null,
    ],
    ['with another signature', bent((text) => (text.signature = 'x')), 'wrongKey', null],
  ])('%s', (_title, text, key, row) => {
    expect(problems(text)).toEqual([[key, row]]);
  });

  test('signed with another code', () => {
    const other = signHallResult(head, facts, resultSeed(`${CODE}x`, FILE));
    expect(problems(other)).toEqual([['wrongKey', null]]);
    expect(
      problems(other, { ...own, resultKey: publicKeyOf(resultSeed(`${CODE}x`, FILE)) }),
    ).toEqual([]);
  });

  test('taken over already', () => {
    expect(problems(result(), { ...own, taken: true })).toEqual([['takenAlready', null]]);
  });
});
