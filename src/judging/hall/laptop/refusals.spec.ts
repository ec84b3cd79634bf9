import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { refusalTable } from '../../../../test/support/case-tables.js';
import { came } from '../../../../test/support/hall-steps.js';
import { LaptopSteps } from '../../../../test/support/laptop-steps.js';
import { signedIn } from '../../../../test/support/people.js';
import { missingIn } from '../../../../test/support/refusals.js';
import type { Visitor } from '../../../../test/support/visitor.js';
import { newId } from '../../../database/new-id.js';
import { DefenceOrder } from '../defence-order.entity.js';
import { HallFile } from './hall-file.entity.js';

let laptop: LaptopSteps;
let office: Visitor;
beforeAll(async () => {
  laptop = await LaptopSteps.open();
  office = await signedIn(laptop.hall.app, laptop.hall.registrar.accountId);
}, 120_000);
afterAll(() => laptop.hall.app.stop());

const not = (key: string, variables = {}) => ({
  code: `hall.result.not.${key}`,
  field: 'file',
  variables,
});
const page = () => `/office/rounds/${laptop.hall.roundId}/defence/laptop`;
/** Sends a result from the page, as the office does. */
const bring =
  (...contents: Buffer[]) =>
  async () => {
    await office.get(page());
    const files = contents.map((content) => ({ field: 'file', name: 'r.json', content }));
    return () => office.submit(`${page()}/result`, {}, files);
  };
const bent = (from: string, to: string) => () => laptop.take(laptop.result().replace(from, to));

describe('a hall file', () => {
  refusalTable(
    () => laptop.hall.app,
    [
      [
        'made by a tabulator',
        () => () => LaptopSteps.make(laptop.hall, laptop.second),
        missingIn('acting-role'),
      ],
      [
        'of an order that is not drawn',
        async () => {
          await laptop.hall.app.database.execute('UPDATE defence_order SET record = NULL');
          return () => LaptopSteps.make(laptop.hall);
        },
        { code: 'hall.file.noOrder', kind: 'conflict' },
      ],
    ],
  );
});

describe('a result', () => {
  refusalTable(
    () => laptop.hall.app,
    [
      [
        'taken over by a tabulator',
        () => () => laptop.take(laptop.result(), laptop.second),
        missingIn('acting-role'),
      ],
      ['that nobody chose', bring(), { code: 'hall.laptop.chooseFile', field: 'file', writes: [] }],
      [
        'far too large',
        bring(Buffer.alloc(2_000_001, 32)),
        { code: 'hall.result.not.notOne', field: 'file', writes: [] },
      ],
      [
        'that was not shown before',
        async () => {
          await office.get(page());
          await (
            await bring(Buffer.from(laptop.result()))()
          )();
          const typed = { hash: '0'.repeat(64), reason: '会场没有网络' };
          return () => office.submit(`${page()}/taking`, typed);
        },
        { code: 'hall.laptop.chooseAgain', field: 'file', writes: [] },
      ],
      ['that is something else', () => () => laptop.take('x'), not('notOne')],
      [
        'of another defence',
        async () => {
          const roundId = laptop.hall.round.programme.roundIds['Y.defence']!;
          await laptop.hall.app.database.repo(HallFile).update({ number: 1 }, { roundId });
          return () => laptop.take();
        },
        not('otherDefence'),
      ],
      [
        'brought to another defence',
        async () => {
          const roundId = laptop.hall.round.programme.roundIds['N.defence']!;
          await laptop.hall.round.roundIs('Open', roundId);
          return () => laptop.take(laptop.result(), laptop.hall.registrar, roundId);
        },
        not('otherDefence'),
      ],
      [
        'signed with the code of another file',
        async () => {
          const { code } = await LaptopSteps.make(laptop.hall);
          return () => laptop.take(laptop.result(undefined, { file: laptop.file, code }));
        },
        not('wrongKey'),
      ],
      [
        'with a time that was changed',
        () => bent('02:14:00', '02:12:00'),
        not('changedLine', { row: 5 }),
      ],
      [
        'without its last line',
        () => () => {
          const { lines, ...rest } = JSON.parse(laptop.result()) as { lines: unknown[] };
          return laptop.take(JSON.stringify({ ...rest, lines: lines.slice(0, -1) }));
        },
        not('missingLine', { row: 6 }),
      ],
      [
        'that was taken over',
        async () => {
          await laptop.take();
          return () => laptop.take();
        },
        not('takenAlready'),
      ],
      [
        'of a hall file that was changed on the way',
        () => () => {
          const file = { ...laptop.file, hash: '0'.repeat(64) };
          return laptop.take(laptop.result(undefined, { file, code: laptop.code }));
        },
        not('changedFile'),
      ],
      ['with nothing in it', () => () => laptop.take(laptop.result([])), not('empty')],
      [
        'of an order that was drawn again',
        async () => {
          const { app, roundId } = laptop.hall;
          const orders = app.database.repo(DefenceOrder);
          const { record, ...order } = await orders.findOneByOrFail({ roundId });
          const other = { ...record!, recordHash: '0'.repeat(64) };
          await orders.insert({ ...order, record: other, id: newId(), number: 2 });
          return () => laptop.take();
        },
        not('otherOrder'),
      ],
      [
        'with times that contradict each other',
        () => () =>
          laptop.take(laptop.result(laptop.facts.toSpliced(4, 0, laptop.step(1, 'start', 6)))),
        not('outOfTurn', { row: 5 }),
      ],
      [
        'of a clock that ran here too',
        async () => {
          await laptop.hall.attend(1, came);
          await laptop.hall.clock(1, 'start');
          return () => laptop.take();
        },
        not('known', { row: 2, place: 1 }),
      ],
      [
        'of somebody who was here',
        async () => {
          await laptop.hall.attend(2, came);
          return () => laptop.take();
        },
        not('otherAttendance', { row: 6, place: 2 }),
      ],
      [
        'seen by who took it over',
        async () => {
          await laptop.take();
          return () => laptop.decide(true, acting('CityRegistrar', laptop.hall.registrar));
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
    ],
  );
});
