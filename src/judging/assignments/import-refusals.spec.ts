import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { PlannedRound } from '../../../test/support/plan-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { archive } from '../../../test/support/workbook.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { OpenSheet } from '../sheets/open-sheet.js';
import { RoundFactsQueries } from './round-facts.js';
import { readAssignmentFile } from './read-assignment-file.js';

let app: TestApp;
let round: JudgedRound;
let planned: PlannedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app);
  planned = new PlannedRound(app, round);
  await round.everybodyDeclares();
}, 120_000);
afterAll(() => app.stop());

const seats = [
  [1, 2, 3],
  [3, 4, 5],
];
const readBytes = (content: () => Buffer) => () => async () => readAssignmentFile(content());
const read = (text: string) => readBytes(() => Buffer.from(text));
const sheet = (rows: string) =>
  archive({
    'xl/workbook.xml': '<workbook><sheet r:id="a"/></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="a" Target="worksheets/a.xml"/></R>',
    'xl/worksheets/a.xml': `<worksheet>${rows}</worksheet>`,
  });

describe('a file', () => {
  const file = { field: 'file' };
  refusalTable(
    () => app,
    [
      ['that is no table', read('"a'), { ...file, code: 'assignment.import.notTable' }],
      [
        'of more than two megabytes',
        read('a'.repeat(2_100_000)),
        { ...file, code: 'assignment.import.tooLarge' },
      ],
      [
        'with a column nobody knows',
        read('评审编号,席位,分数\nG-1,1,9'),
        { ...file, code: 'assignment.import.unknownColumn', variables: { column: '分数' } },
      ],
      [
        'without the seats',
        read('Judging number,Name\nG-1,甲'),
        { ...file, code: 'assignment.import.missingColumns', variables: { columns: '席位' } },
      ],
      [
        'that nobody chose',
        async () => {
          const { visitor } = await office(app, 'CityRegistrar');
          await visitor.get(`/office/assignments/${round.id}/import`);
          return () => visitor.submit('/import', { perApplication: '3' });
        },
        { ...file, code: 'assignment.import.chooseFile', writes: [] },
      ],
      [
        'that unpacks to more than any table',
        readBytes(() => sheet(' '.repeat(29_000_000))),
        {
          ...file,
          code: 'assignment.import.tooMuch',
          variables: { row: 1, most: 50 },
        },
      ],
      [
        'with a cell far to the right',
        readBytes(() => sheet('<row r="3"><c r="GR3"><v>1</v></c></row>')),
        { ...file, code: 'assignment.import.tooWide', variables: { row: 3, most: 50 } },
      ],
      ['without lines', read('评审编号,席位'), { ...file, code: 'assignment.import.noRows' }],
      [
        'with more lines than any round has',
        read(`评审编号,席位\n${'G,1\n'.repeat(10_001)}`),
        { ...file, code: 'assignment.import.tooManyRows', variables: { most: 10_000 } },
      ],
    ],
  );
});

describe('the decision on a table', () => {
  const decide =
    (arrange: () => Promise<unknown>, perApplication = 3) =>
    async () => {
      const given = await planned.table(seats, perApplication);
      await arrange();
      const row = await planned.row();
      return () => planned.importTable(row, given);
    };
  const nothing = async () => {};
  const relation = () =>
    app.database
      .repo(ConflictDeclaration)
      .update(
        { seatId: round.judges[2]!.seatId, applicationId: round.applications[0]! },
        { state: 'hardBar' },
      );
  refusalTable(
    () => app,
    [
      [
        'of a round of another programme',
        async () => {
          const given = await planned.table(seats);
          const row = await planned.row();
          return () => planned.importTable({ ...row, programmeId: newId() }, given);
        },
        missingIn('put-in-force'),
      ],
      [
        'after the scores are locked',
        decide(() => round.roundIs('Locked')),
        { code: 'assignment.round.locked' },
      ],
      [
        'with fewer judges than the trimming needs',
        decide(nothing, 2),
        {
          code: 'assignment.round.belowTrimming',
          field: 'perApplication',
          variables: { least: 3, perApplication: 2 },
        },
      ],
      [
        'with another number of judges than it has',
        decide(nothing, 4),
        { code: 'assignment.import.hasErrors', field: 'file', variables: { count: 2 } },
      ],
      [
        'that a relation has overtaken',
        decide(relation),
        { code: 'assignment.import.hasErrors', field: 'file', variables: { count: 1 } },
      ],
      [
        'that another decision has overtaken',
        decide(async () => planned.apply(await planned.row(), await planned.planned())),
        { code: 'assignment.import.stale', kind: 'conflict' },
      ],
      [
        'that takes back a sheet which its judge opens at that moment',
        async () => {
          await planned.apply(await planned.row(), await planned.planned());
          await round.openRound();
          const row = await planned.row();
          const held = await planned.held();
          const given = await planned.table(held.map((one) => [...one.slice(1), 101]));
          const seat = held[0]![0]!;
          const facts = app.app.get(RoundFactsQueries);
          const [first] = (await facts.of(row)).applications;
          const { id } = await round.sheet(seat, round.applications.indexOf(first!.id));
          const of = facts.of.bind(facts);
          jest.spyOn(facts, 'of').mockImplementationOnce(async (asked) => {
            const state = await of(asked);
            await app.app.get(OpenSheet).run(round.judge(seat), id);
            return state;
          });
          return () => planned.importTable(row, given);
        },
        { code: 'assignment.round.stale', kind: 'conflict', from: 'withdraw-untouched' },
      ],
      [
        'that somebody has just confirmed: a second click',
        async () => {
          const given = await planned.table([
            [1, 2, 3],
            [1, 4, 5],
          ]);
          const row = await planned.row();
          await planned.importTable(row, given);
          return () => planned.importTable(row, given);
        },
        { code: 'assignment.import.applied', kind: 'conflict' },
      ],
    ],
  );
});
