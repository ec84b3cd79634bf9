import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { RepeatingRound } from '../../../test/support/repeating-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { IssuePaper } from '../paper/issue-paper.js';
import { Seat } from '../panel/seat.entity.js';
import { PinEvidence } from '../sheets/pins/pin-evidence.js';
import { PinQueries } from '../sheets/pins/pin.queries.js';
import { UnpinEvidence } from '../sheets/pins/unpin-evidence.js';
import { SheetQueries } from '../sheets/sheet.queries.js';
import { IssueRepeats } from './issue-repeats.js';

let app: TestApp;
let round: RepeatingRound;
const [code] = Object.keys(halfPoints) as [string];
beforeAll(async () => {
  app = await TestApp.start();
  round = await RepeatingRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const pin = async (seat = 1) => {
  const { id } = await round.repeat(seat);
  const [file] = await app.app.get(SheetQueries).evidence({ sheetId: id });
  const place = { indicator: code, documentId: file!.documentId, page: 1 };
  return () => app.app.get(PinEvidence).run(round.judged.judge(seat), id, place);
};
const judged = () => round.judged.programme.categoryIds.G!;
const paper = (seat: number | null) =>
  app.app.get(IssuePaper).run(acting('Tabulator'), round.judged.id, seat);
const onRepeat = { actorRole: 'Judge', subjectType: 'repeatSheet' } as const;
const total = Object.values(halfPoints).reduce((sum, points) => sum + points, 0);

describe('a repeat', () => {
  recordTable(
    () => app,
    [
      [
        'a save, by a name of its own',
        () => () => round.save(1),
        {
          events: [
            {
              event: 'repeatSheet.score',
              ...onRepeat,
              details: { version: 2, scores: halfPoints, comments: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'a signature',
        async () => {
          await round.save(1);
          return () => round.sign(1);
        },
        {
          events: [
            {
              event: 'repeatSheet.sign',
              ...onRepeat,
              details: { seat: 1, scores: halfPoints, total, comments: '<hash>', dissent: null },
            },
          ],
          messages: [],
        },
      ],
      [
        'a page that it rests on, with the address that its judge sees',
        () => pin(),
        {
          events: [
            {
              event: 'repeatSheet.pinEvidence',
              ...onRepeat,
              details: { indicator: code, document: '<id>', page: 1 },
            },
          ],
          messages: [],
        },
      ],
      [
        'that page taken off again',
        async () => {
          await (
            await pin()
          )();
          const { id } = await round.repeat(1);
          const [known] = await app.app.get(PinQueries).ofSheet(id);
          return () => app.app.get(UnpinEvidence).run(round.judged.judge(1), id, known!.id);
        },
        {
          events: [
            {
              event: 'repeatSheet.unpinEvidence',
              ...onRepeat,
              details: { indicator: code, document: '<id>', page: 1 },
            },
          ],
          messages: [],
        },
      ],
      [
        'the draw, for a seat that has none, with what it takes to draw again',
        async () => {
          await paper(1);
          const { programme, id, judges } = round.judged;
          const seats = await app.database.repo(Seat).findBy({ categoryId: judged() });
          expect(seats).toHaveLength(judges.length);
          const of = { id, categoryId: judged(), programmeId: programme.id, repeats: true };
          const files = (seatId: string) =>
            judges.slice(5).some((one) => one.seatId === seatId) ? 3 : 4;
          return () =>
            app.database.transaction(() => app.app.get(IssueRepeats).plan(of, seats, files));
        },
        {
          events: [
            {
              event: 'round.drawRepeats',
              actorRole: 'System',
              subjectType: 'round',
              details: { seed: '<hash>', drawn: [{ seat: 1, files: 4 }] },
            },
          ],
          messages: [],
        },
      ],
      [
        'nothing where a round does not ask for it',
        async () => {
          await paper(1);
          const { programme, id } = round.judged;
          const seats = await app.database.repo(Seat).findBy({ categoryId: judged() });
          const of = { id, categoryId: judged(), programmeId: programme.id, repeats: false };
          return () =>
            app.database.transaction(() => app.app.get(IssueRepeats).plan(of, seats, () => 4));
        },
        { events: [], messages: [] },
      ],
      [
        'paper for its judge, which has no repeat',
        () => () => paper(1),
        {
          events: [
            {
              event: 'round.dropRepeats',
              actorRole: 'Tabulator',
              subjectType: 'round',
              details: { repeats: ['<id>'] },
            },
            {
              event: 'round.issuePaper',
              actorRole: 'Tabulator',
              subjectType: 'round',
              details: { seat: 1, count: 4 },
            },
          ],
          messages: [{ message: 'judgingPaperIssued', to: 'Judge' }],
        },
      ],
    ],
  );
});
