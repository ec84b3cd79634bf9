import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { HallSteps, absent, came } from '../../../test/support/hall-steps.js';
import { missingIn } from '../../../test/support/refusals.js';

let hall: HallSteps;
beforeAll(async () => {
  hall = await HallSteps.open();
}, 120_000);
afterAll(() => hall.app.stop());
const app = () => hall.app;

describe('attendance', () => {
  refusalTable(app, [
    [
      'noted by an approver',
      async () => {
        await hall.drawn();
        return () => hall.attend(1, came, acting('Approver'));
      },
      missingIn('acting-role'),
    ],
    [
      'of a place that nobody has',
      async () => {
        await hall.drawn();
        return () => hall.attend(9, came);
      },
      missingIn('record-attendance'),
    ],
    [
      'while the round is not open',
      async () => {
        await hall.drawn();
        await hall.round.roundIs('Planned', hall.roundId);
        return () => hall.attend(1, came);
      },
      { code: 'judging.round.notOpen', kind: 'conflict' },
    ],
    [
      'of a head without a name',
      async () => {
        await hall.drawn();
        return () => hall.attend(1, { ...came, speaker: null });
      },
      { code: 'hall.attendance.who', field: 'speaker' },
    ],
    [
      'of nobody, with a name',
      async () => {
        await hall.drawn();
        return () => hall.attend(1, { ...absent, speaker: '钱某' });
      },
      { code: 'hall.attendance.absentSpeaks', field: 'speaker' },
    ],
    [
      'of nobody, without a word',
      async () => {
        await hall.drawn();
        return () => hall.attend(1, { ...absent, note: '未到' });
      },
      { code: 'hall.attendance.note.absent', field: 'note', variables: { min: 6 } },
    ],
    [
      'of a substitute without authorisation',
      async () => {
        await hall.drawn();
        return () => hall.attend(1, { ...came, attendance: 'substitute', note: null });
      },
      { code: 'hall.attendance.note.substitute', field: 'note' },
    ],
    [
      'of nobody, once the clock runs',
      async () => {
        await hall.drawn();
        await hall.attend(1, came);
        await hall.clock(1, 'start');
        return () => hall.attend(1, absent);
      },
      { code: 'hall.attendance.spoke', kind: 'conflict' },
    ],
    [
      'of who was absent, where nobody is called again',
      async () => {
        await hall.drawn();
        await hall.rule({ calledAgain: false });
        await hall.attend(1, absent);
        return () => hall.attend(1, came);
      },
      { code: 'hall.attendance.notAgain', field: 'attendance', kind: 'conflict' },
    ],
  ]);
});

describe('the clock', () => {
  refusalTable(app, [
    [
      'worked by an approver',
      async () => {
        await hall.drawn();
        return () => hall.clock(1, 'start', null, acting('Approver'));
      },
      missingIn('acting-role'),
    ],
    [
      'of a place that nobody has',
      async () => {
        await hall.drawn();
        return () => hall.clock(9, 'start');
      },
      missingIn('work-clock'),
    ],
    [
      'started while nobody is noted as there',
      async () => {
        await hall.drawn();
        return () => hall.clock(1, 'start');
      },
      { code: 'hall.clock.nobodyThere', kind: 'conflict', variables: { place: 1 } },
    ],
    [
      'started for who is absent',
      async () => {
        await hall.drawn();
        await hall.attend(1, absent);
        return () => hall.clock(1, 'start');
      },
      { code: 'hall.clock.nobodyThere', kind: 'conflict' },
    ],
    [
      'started out of the order that was drawn',
      async () => {
        await hall.drawn();
        await hall.attend(2, came);
        return () => hall.clock(2, 'start');
      },
      { code: 'hall.clock.notNext', kind: 'conflict', variables: { place: 1 } },
    ],
    [
      'started while another runs',
      async () => {
        await hall.drawn();
        await hall.attend(1, came);
        await hall.attend(2, came);
        await hall.clock(1, 'start');
        return () => hall.clock(2, 'start');
      },
      { code: 'hall.clock.busy', kind: 'conflict', variables: { place: 1 } },
    ],
    [
      'stopped before it started',
      async () => {
        await hall.drawn();
        return () => hall.clock(1, 'finish');
      },
      { code: 'hall.clock.outOfTurn', kind: 'conflict' },
    ],
    [
      'paused without a reason',
      async () => {
        await hall.drawn();
        await hall.attend(1, came);
        await hall.clock(1, 'start');
        return () => hall.clock(1, 'pause');
      },
      { code: 'hall.clock.reasonMissing', field: 'reason' },
    ],
    [
      'worked while the round is not open',
      async () => {
        await hall.drawn();
        await hall.round.roundIs('Planned', hall.roundId);
        return () => hall.clock(1, 'start');
      },
      { code: 'judging.round.notOpen', kind: 'conflict' },
    ],
  ]);
});
