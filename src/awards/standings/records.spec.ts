import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { CalculationJob } from '../../jobs/job.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { AnalyseStandings } from './analyse-standings.js';
import { TryRanking } from './try-ranking.js';
import { UnlockStandings } from './unlock-standings.js';

/** The judges differ about the third. */
let award: AwardSteps;
let lockId: string;
beforeAll(async () => {
  award = await AwardSteps.open([0.9, 0.7, [1, 0.6, 0.65, 0.7, 0]]);
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };
const computed = (number: number) => ({
  event: 'standings.compute',
  actorRole: 'Tabulator',
  subjectType: 'standings',
  details: {
    number,
    inputHash: '<hash>',
    content: '<hash>',
    applications: 3,
    spreads: ['2026-G-0003'],
  },
});
const unlockedBySupervisor = expect.arrayContaining([
  expect.objectContaining({ event: 'standings.unlock', actorRole: 'Supervisor' }),
]) as never;
const note = '候补评委已不足，经会议研究保留原分。';
const requested = (kind: string, subjectType: string, actorRole: string) => ({
  event: 'calculation.request',
  actorRole,
  subjectType,
  details: { kind, inputHash: '<hash>' },
});

describe('the standings', () => {
  recordTable(app, [
    [
      'a computation over judges who differ',
      () => () => award.compute(award.people.first, note),
      { events: [computed(1)], ...silent },
    ],
    [
      'a computation that replaces another',
      async () => {
        await award.compute(award.people.first, note);
        return () => award.compute(award.people.second, note);
      },
      { events: [computed(2)], ...silent },
    ],
    [
      'a confirmation',
      async () => {
        const id = await award.compute(award.people.first, note);
        return () => award.confirm(id);
      },
      {
        events: [
          {
            event: 'standings.confirm',
            actorRole: 'Tabulator',
            subjectType: 'standings',
            details: { number: 1, inputHash: '<hash>' },
          },
        ],
        ...silent,
      },
    ],
    [
      'the lock of the last category, with which the programme goes on',
      async () => {
        const id = await award.compute(award.people.first, note);
        await award.confirm(id);
        return () => award.witness(id);
      },
      {
        events: [
          {
            event: 'standings.lock',
            actorRole: 'Supervisor',
            subjectType: 'standings',
            details: { number: 1, inputHash: '<hash>', first: '<id>', secondBy: '<id>' },
          },
          ...['material', 'defence'].map(() => ({
            event: 'round.lock',
            actorRole: 'Tabulator',
            subjectType: 'round',
            details: { from: 'Open', to: 'Locked', rule: 'R03' },
          })),
          ...[1, 2, 3].map(() => ({
            event: 'application.lockScores',
            actorRole: 'Tabulator',
            subjectType: 'application',
            details: { from: 'InReview', to: 'ScoreLocked', rule: 'A15', lock: '<id>' },
          })),
          {
            event: 'programme.lock',
            actorRole: 'Tabulator',
            subjectType: 'programme',
            details: { from: 'ScoresLocked', to: 'Deliberation', rule: 'P12' },
          },
          requested('standings.analysis', 'standings', 'Supervisor'),
          ...['material', 'defence'].map(() =>
            requested('judging.diagnostics', 'round', 'Supervisor'),
          ),
        ],
        messages: [{ message: 'checkpoint.lock', to: 'Supervisor' }],
      },
    ],
    [
      'a further lock, after which the programme stays where it is',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Deliberation' });
        const id = await award.compute(award.people.first, note);
        await award.confirm(id);
        return async () => {
          await award.witness(id);
          const { state } = await award.app.database
            .repo(Programme)
            .findOneByOrFail({ id: award.id });
          expect(state).toBe('Deliberation');
        };
      },
      {
        events: expect.not.arrayContaining([
          expect.objectContaining({ event: 'programme.lock' }),
        ]) as never,
        messages: [{ message: 'checkpoint.lock', to: 'Supervisor' }],
      },
    ],
  ]);
});

describe('locked standings', () => {
  beforeAll(async () => {
    lockId = await award.lock(note);
  });
  const reason = '发现一名评委与申报人存在利害关系。';
  const unlock = (actor = award.people.first) =>
    award.app.app
      .get(UnlockStandings)
      .run(actor, { lockId, reason: actor === award.people.first ? reason : null });
  recordTable(app, [
    [
      'the wish to open them',
      () => () => unlock(),
      {
        events: [
          {
            event: 'standings.agreeUnlock',
            actorRole: 'Tabulator',
            subjectType: 'standings',
            details: { number: 1, first: '<id>', second: null },
          },
        ],
        ...silent,
      },
    ],
    [
      'the second person who agrees',
      async () => {
        await unlock();
        return () => unlock(award.people.second);
      },
      {
        events: [
          {
            event: 'standings.agreeUnlock',
            actorRole: 'Tabulator',
            subjectType: 'standings',
            details: { number: 1, first: '<id>', second: '<id>' },
          },
        ],
        ...silent,
      },
    ],
    [
      'the supervisor who opens them',
      async () => {
        await unlock();
        await unlock(award.people.second);
        return () => unlock(award.people.supervisor);
      },
      {
        events: [
          ...['material', 'defence'].map(() => ({
            event: 'round.unlock',
            actorRole: 'Tabulator',
            subjectType: 'round',
            details: { from: 'Locked', to: 'Open', rule: 'R04' },
          })),
          {
            event: 'standings.unlock',
            actorRole: 'Supervisor',
            subjectType: 'standings',
            details: { number: 1, first: '<id>', second: '<id>' },
          },
        ],
        ...silent,
      },
    ],
    [
      'a supervisor who also tabulates, and opens them as supervisor',
      async () => {
        await unlock();
        await unlock(award.people.second);
        return () => unlock(also(award.people.supervisor, 'Tabulator'));
      },
      { events: unlockedBySupervisor, ...silent },
    ],
    [
      'no second analysis of the same lock',
      () => () => award.app.app.get(AnalyseStandings).run(award.people.approver, { lockId }),
      { events: [], ...silent },
    ],
    [
      'who tried which other rules',
      async () => {
        const ratings = [{ judge: '1', entry: '2026-G-0001', points: 1 }];
        await award.app.database
          .repo(CalculationJob)
          .update({ kind: 'standings.analysis' }, { result: JSON.stringify({ ratings }) });
        const rule = { rule: 'mean', drop: 0, quota: 1, without: '1' } as const;
        return () =>
          award.app.app
            .get(TryRanking)
            .run(award.people.approver, { categoryId: award.categoryId, ...rule });
      },
      {
        events: [
          {
            event: 'standings.trial',
            actorRole: 'Approver',
            subjectType: 'standings',
            details: { number: 1, rule: 'mean', drop: 0, quota: 1, without: '1' },
          },
          requested('standings.trial', 'standings', 'Approver'),
        ],
        ...silent,
      },
    ],
  ]);
});
