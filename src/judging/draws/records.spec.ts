import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type RecordCase, recordTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import type { RecordedEvent, SentMessage } from '../../../test/support/records.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
}, 120_000);
afterAll(() => app.stop());

/** What an act of the registrar on a draw that stands at `state` leaves. */
function of(
  title: string,
  state: Parameters<DrawSteps['upTo']>[0],
  act: () => Promise<unknown>,
  given: Pick<RecordedEvent, 'event' | 'details'> & Partial<RecordedEvent>,
  messages: readonly SentMessage[] = [],
): RecordCase {
  const arrange = async () => {
    await draw.upTo(state);
    return act;
  };
  const event = { actorRole: 'CityRegistrar', subjectType: 'draw', ...given };
  return [title, arrange, { events: [event], messages }];
}

const terms = { panelSize: 5, alternates: 3, perDivision: 2 };
const seats = [
  ...[1, 2, 3, 4, 5].map((number) => ({ number, chair: number === 1, alternate: false })),
  ...[101, 102, 103].map((number) => ({ number, chair: false, alternate: true })),
];
const reason = '正在国外出差';

const revealed = {
  event: 'draw.reveal',
  actorRole: 'CityRegistrar',
  subjectType: 'draw',
  details: {
    listHash: '<hash>',
    commitment: '<hash>',
    seed: '<hash>',
    seats: 5,
    alternates: 3,
    skips: expect.any(Number),
    alternateRounds: expect.objectContaining({ 1: expect.any(String), 3: expect.any(String) }),
    recordHash: '<hash>',
  },
} as const;

describe('a draw', () => {
  recordTable(
    () => app,
    [
      of('its beginning', 'Preparing', () => draw.begin(draw.cast.programme.categoryIds.Y), {
        event: 'draw.begin',
        details: { category: 'Y', number: 1 },
      }),
      of('its terms', 'Preparing', () => draw.terms(), { event: 'draw.setTerms', details: terms }),
      of('an expert off the list', 'Preparing', () => draw.exclude(draw.pool[0]!, reason), {
        event: 'draw.exclude',
        details: { expert: '<id>', reason: '<hash>' },
      }),
      [
        'an expert back on it',
        async () => {
          await draw.exclude(draw.pool[0]!, reason);
          return () => draw.exclude(draw.pool[0]!, null);
        },
        {
          events: [
            {
              event: 'draw.readmit',
              actorRole: 'CityRegistrar',
              subjectType: 'draw',
              details: { expert: '<id>' },
            },
          ],
          messages: [],
        },
      ],
      of('the list', 'Preparing', () => draw.freeze(), {
        event: 'draw.freeze',
        details: { candidates: 24, excluded: 0, listHash: '<hash>' },
      }),
      of(
        'the commitment, which the supervisor is told',
        'Frozen',
        () => draw.commit(),
        { event: 'draw.commit', details: { listHash: '<hash>', commitment: '<hash>' } },
        [{ message: 'drawWitness', to: 'Supervisor' }],
      ),
      of('the witness', 'Committed', () => draw.witness(), {
        event: 'draw.witness',
        actorRole: 'Supervisor',
        details: { commitment: '<hash>', witness: '<hash>' },
      }),
      [
        'the reveal with every seat it fills',
        async () => {
          await draw.upTo('Witnessed');
          return () => draw.reveal();
        },
        {
          events: [
            ...seats.map((place) => ({
              event: 'seat.fill',
              actorRole: 'CityRegistrar',
              subjectType: 'seat',
              details: { draw: '<id>', expert: '<id>', ...place },
            })),
            revealed,
          ],
          messages: [],
        },
      ],
      of('the signature of the office', 'Drawn', () => draw.sign(), {
        event: 'draw.sign',
        details: { recordHash: '<hash>' },
      }),
      of('the signature of the witness', 'Drawn', () => draw.sign(draw.supervisor), {
        event: 'draw.sign',
        actorRole: 'Supervisor',
        details: { recordHash: '<hash>' },
      }),
      of('a proposal to void it', 'Drawn', () => draw.proposeVoid(), {
        event: 'draw.proposeVoid',
        details: { number: 1, reason: '<hash>', recordHash: '<hash>' },
      }),
      [
        'its voiding by a second person',
        async () => {
          await draw.upTo('Drawn');
          await draw.proposeVoid();
          return () => draw.confirmVoid();
        },
        {
          events: [
            {
              event: 'draw.void',
              actorRole: 'Approver',
              subjectType: 'draw',
              details: { number: 1, reason: '<hash>', recordHash: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'the voiding of another draw that is under way while judges score',
        async () => {
          await draw.upTo('Drawn');
          await draw.vacate([3, 101, 102, 103]);
          draw.id = await draw.redraw();
          await draw.programmeIs('MaterialReview');
          return () => draw.proposeVoid();
        },
        {
          events: [
            {
              event: 'draw.proposeVoid',
              actorRole: 'CityRegistrar',
              subjectType: 'draw',
              details: { number: 2, reason: '<hash>', recordHash: null },
            },
          ],
          messages: [],
        },
      ],
      [
        'the reveal of another draw, whose alternates take numbers that nobody had',
        async () => {
          await draw.upTo('Drawn');
          await draw.vacate([3, 101, 102]);
          await app.database.execute(
            `UPDATE seat SET vacated_at = ? WHERE category_id = ? AND number = 103`,
            [app.clock.now(), draw.cast.programme.categoryIds.G!],
          );
          draw.id = await draw.redraw();
          await draw.commit();
          await draw.witness();
          return () => draw.reveal();
        },
        {
          events: [
            ...[
              { number: 3, alternate: false },
              { number: 101, alternate: true },
              { number: 102, alternate: true },
              { number: 103, alternate: true },
            ].map((place) => ({
              event: 'seat.fill',
              actorRole: 'CityRegistrar',
              subjectType: 'seat',
              details: { draw: '<id>', expert: '<id>', chair: false, ...place },
            })),
            revealed,
          ],
          messages: [],
        },
      ],
      [
        'another draw from the same list',
        async () => {
          await draw.upTo('Drawn');
          await draw.vacate([3, 101, 102, 103]);
          return () => draw.redraw();
        },
        {
          events: [
            {
              event: 'draw.redraw',
              actorRole: 'CityRegistrar',
              subjectType: 'draw',
              details: { previous: '<id>', number: 2, listHash: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
