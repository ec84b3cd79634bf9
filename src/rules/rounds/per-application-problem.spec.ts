import { expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { perApplicationProblem } from './per-application-problem.js';

test('judges per application: at least what the trimming table knows, at most the panel', () => {
  const { trimTable } = PRESET_NOW;
  expect(perApplicationProblem(2, trimTable, 9)).toEqual({
    code: 'assignment.round.belowTrimming',
    variables: { least: 3, perApplication: 2 },
  });
  expect(perApplicationProblem(3, trimTable, 9)).toBeNull();
  expect(perApplicationProblem(9, trimTable, 9)).toBeNull();
  expect(perApplicationProblem(10, trimTable, 9)).toEqual({
    code: 'assignment.round.abovePanel',
    variables: { judges: 9, perApplication: 10 },
  });
});
