import { RuleError } from '../rule-error.js';
import { parseAssignmentProblem } from './parse-problem.js';

const sound = {
  entries: [{ id: 'a', conflicts: ['p'], topics: ['x'] }, { id: 'b' }],
  judges: [{ id: 'p', max: 2, topics: ['x'], organisation: '学院' }],
  perEntry: 1,
  seed: 42,
};

describe('reading an assignment problem from JSON', () => {
  it('fills the optional fields', () => {
    expect(parseAssignmentProblem(sound)).toEqual({
      ...sound,
      entries: [
        { id: 'a', conflicts: ['p'], topics: ['x'] },
        { id: 'b', conflicts: [], topics: [] },
      ],
      existing: undefined,
    });
  });

  it.each([
    [[], 'assignment.input.object', '$'],
    [{ ...sound, entries: 'a' }, 'assignment.input.list', 'entries'],
    [{ ...sound, entries: [{ id: 7 }] }, 'assignment.input.text', 'entries[0].id'],
    [{ ...sound, judges: [{ id: 'p' }] }, 'assignment.input.missing', 'judges[0].max'],
    [{ ...sound, judges: [{ id: 'p', max: '2' }] }, 'assignment.input.number', 'judges[0].max'],
    [
      { ...sound, entries: [{ id: 'a', conflicts: ['p', null] }] },
      'assignment.input.text',
      'entries[0].conflicts[1]',
    ],
    [{ ...sound, seed: undefined }, 'assignment.input.missing', 'seed'],
    [{ ...sound, existing: [{ entry: 'a' }] }, 'assignment.input.missing', 'existing[0].judge'],
  ])('names the field at fault: %#', (json, code, path) => {
    expect(() => parseAssignmentProblem(json)).toThrow(new RuleError(code, { path }));
  });
});
