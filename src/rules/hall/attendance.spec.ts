import { expect, test } from '@jest/globals';
import { attendanceProblems } from './attendance.js';

test.each([
  ['the head', { attendance: 'head', speaker: '叶某', note: null }, []],
  [
    'a head without a name',
    { attendance: 'head', speaker: null, note: null },
    [['who', 'speaker']],
  ],
  ['a substitute', { attendance: 'substitute', speaker: '钱某', note: '持授权委托书' }, []],
  [
    'a substitute with nothing said',
    { attendance: 'substitute', speaker: null, note: '委托书' },
    [
      ['who', 'speaker'],
      ['note.substitute', 'note'],
    ],
  ],
  ['nobody', { attendance: 'absent', speaker: null, note: '三次叫号未到' }, []],
  [
    'nobody, with a name and without a word',
    { attendance: 'absent', speaker: '钱某', note: null },
    [
      ['absentSpeaks', 'speaker'],
      ['note.absent', 'note'],
    ],
  ],
] as const)('attendance of %s', (_title, entry, expected) => {
  expect(
    attendanceProblems(entry).map(({ key, field }) => [
      key.slice('hall.attendance.'.length),
      field,
    ]),
  ).toEqual(expected);
});

test('tells how long the word about it must be', () => {
  const [problem] = attendanceProblems({ attendance: 'absent', speaker: null, note: '未到场。' });
  expect(problem!.variables).toEqual({ min: 6 });
});
