import type { AssignmentProblem, JudgeOnEntry } from './assignment-problem.js';
import { JsonValue } from './json-value.js';

/** Reads parsed JSON as an assignment problem; a `RuleError` names the first field that is wrong. */
export function parseAssignmentProblem(json: unknown): AssignmentProblem {
  const problem = new JsonValue(json, '');
  return {
    entries: problem.field('entries').list((entry) => ({
      id: entry.field('id').text(),
      conflicts: entry.optional('conflicts')?.texts() ?? [],
      topics: entry.optional('topics')?.texts() ?? [],
    })),
    judges: problem.field('judges').list((judge) => ({
      id: judge.field('id').text(),
      max: judge.field('max').number(),
      topics: judge.optional('topics')?.texts() ?? [],
      organisation: judge.optional('organisation')?.text(),
    })),
    perEntry: problem.field('perEntry').number(),
    seed: problem.field('seed').numberOrText(),
    existing: problem.optional('existing')?.list((pair): JudgeOnEntry => ({
      entry: pair.field('entry').text(),
      judge: pair.field('judge').text(),
    })),
  };
}
