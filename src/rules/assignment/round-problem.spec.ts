import { describe, expect, test } from '@jest/globals';
import { assignJudges } from './assign-judges.js';
import { compareAssignments } from './compare-assignments.js';
import {
  type AssignmentChoice,
  type RoundFacts,
  plannedPairs,
  roundProblem,
} from './round-problem.js';

const seat = (number: number, more: Partial<RoundFacts['seats'][number]> = {}) => ({
  id: `s${number}`,
  number,
  alternate: number > 100,
  declared: true,
  organisation: `单位${number}`,
  topics: [],
  ...more,
});
const on = (seatNumber: number, applicationId: string) => ({
  seatId: `s${seatNumber}`,
  applicationId,
});
const sheet = (seatNumber: number, applicationId: string, begun: boolean, voided = false) => ({
  ...on(seatNumber, applicationId),
  begun,
  voided,
});
const facts: RoundFacts = {
  roundId: 'round',
  applications: ['a', 'b', 'c'].map((id) => ({ id, number: `G${id}`, topics: [] })),
  seats: [seat(1), seat(2), seat(3), seat(4), seat(101)],
  barred: [on(1, 'a')],
  sheets: [],
  assigned: [],
  perApplication: null,
};
const choice: AssignmentChoice = {
  perEntry: 3,
  seed: '2026',
  keep: false,
  limit: null,
  limits: {},
};

describe('the problem of a round', () => {
  test('names numbers with ids beside them; alternates stay out until they get a limit', () => {
    const problem = roundProblem(facts, { ...choice, limits: { s2: 1 } });
    expect(problem.entries).toEqual([
      { id: 'Ga', application: 'a', conflicts: ['1'], topics: [] },
      { id: 'Gb', application: 'b', conflicts: [], topics: [] },
      { id: 'Gc', application: 'c', conflicts: [], topics: [] },
    ]);
    expect(problem.judges.map(({ id, max }) => [id, max])).toEqual([
      ['1', 3],
      ['2', 1],
      ['3', 3],
      ['4', 3],
    ]);
    const wider = roundProblem(facts, { ...choice, limit: 2, limits: { s101: 3 } });
    expect(wider.judges.map(({ id, max }) => [id, max])).toEqual([
      ['1', 2],
      ['2', 2],
      ['3', 2],
      ['4', 2],
      ['101', 3],
    ]);
  });

  test('leaves out who has not declared, and never repeats a pair whose sheet fell', () => {
    const seats = [seat(1), seat(2, { declared: false }), seat(3)];
    const problem = roundProblem(
      { ...facts, seats, sheets: [sheet(3, 'b', true, true)] },
      { ...choice, perEntry: 1 },
    );
    expect(problem.judges.map(({ id }) => id)).toEqual(['1', '3']);
    expect(problem.entries.map(({ conflicts }) => conflicts)).toEqual([['1'], ['3'], []]);
    expect(problem.existing).toEqual([]);
  });

  test('begun sheets always stay; assigned ones stay when the office adjusts', () => {
    const started = {
      ...facts,
      sheets: [sheet(2, 'a', true), sheet(3, 'a', false)],
      assigned: [on(2, 'a'), on(3, 'a'), on(4, 'b')],
    };
    expect(roundProblem(started, choice).existing).toEqual([{ entry: 'Ga', judge: '2' }]);
    expect(roundProblem(started, { ...choice, keep: true }).existing).toEqual([
      { entry: 'Ga', judge: '2' },
      { entry: 'Ga', judge: '3' },
      { entry: 'Gb', judge: '4' },
    ]);
  });

  test('an adjustment lets go what a new relation or a lower limit forbids, never a begun sheet', () => {
    const adjusted = roundProblem(
      {
        ...facts,
        barred: [on(4, 'b')],
        sheets: [sheet(2, 'c', true)],
        assigned: [on(2, 'a'), on(2, 'c'), on(4, 'b'), on(3, 'b')],
      },
      { ...choice, keep: true, limits: { s2: 1 } },
    );
    expect(adjusted.existing).toEqual([
      { entry: 'Gb', judge: '3' },
      { entry: 'Gc', judge: '2' },
    ]);
  });

  test('an alternate who stands in keeps that, and takes no more', () => {
    const standing = { ...facts, sheets: [sheet(101, 'a', false)], assigned: [on(101, 'a')] };
    const judgesOf = (keep: boolean) =>
      roundProblem(standing, { ...choice, keep }).judges.filter(({ id }) => id === '101');
    expect(judgesOf(true)).toMatchObject([{ max: 1 }]);
    expect(judgesOf(false)).toEqual([]);
  });

  test('an application with more sheets than wanted stays as it is, outside the problem', () => {
    const sheets = [
      ...[1, 2, 3, 4].map((number) => sheet(number, 'b', true)),
      ...[2, 3, 4].map((number) => sheet(number, 'c', true)),
      sheet(101, 'c', false),
    ];
    const problem = roundProblem({ ...facts, sheets }, choice);
    expect(problem.entries.map(({ id }) => id)).toEqual(['Ga']);
    expect(problem.settled).toHaveLength(8);
    expect(problem.judges.map(({ id, max }) => [id, max])).toEqual([
      ['1', 2],
      ['2', 1],
      ['3', 1],
      ['4', 1],
    ]);
  });

  test('where fewer are wanted now, untouched sheets go; those of a re-score stay', () => {
    const sheets = [
      ...['a', 'b'].flatMap((id) => [2, 3].map((number) => sheet(number, id, true))),
      sheet(4, 'a', false),
      sheet(4, 'b', false),
      sheet(1, 'b', false),
    ];
    const problem = roundProblem(
      { ...facts, sheets, perApplication: 3 },
      { ...choice, perEntry: 2 },
    );
    expect(problem.entries.map(({ id }) => id)).toEqual(['Ga', 'Gc']);
    expect(problem.settled.map(({ entry, judge }) => entry + judge)).toEqual([
      'Gb2',
      'Gb3',
      'Gb4',
      'Gb1',
    ]);
  });

  test('is solved by the rule of `judges assign`, and the plan leads back to the ids', () => {
    const problem = roundProblem(facts, choice);
    const plan = assignJudges(problem);
    if ('infeasible' in plan) throw new Error('expected a plan');
    const pairs = plannedPairs(problem, plan);
    expect(pairs.filter(({ applicationId }) => applicationId === 'a')).toEqual([
      on(2, 'a'),
      on(3, 'a'),
      on(4, 'a'),
    ]);
  });
});

test('the difference of two assignments: what stays, what comes, what goes', () => {
  const present = [on(1, 'b'), on(2, 'a'), on(9, 'c')];
  expect(compareAssignments(present, [on(2, 'a'), on(3, 'a'), on(1, 'b')])).toEqual({
    kept: 2,
    added: [on(3, 'a')],
    withdrawn: [on(9, 'c')],
  });
});
