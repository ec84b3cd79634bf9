import { RuleError } from '../rule-error.js';
import { ratingsFromTable } from './ratings-table.js';

const columns = ['judge', 'entry', 'score', 'note'];

function rows(...records: readonly (readonly [string, string, string])[]) {
  return records.map(([judge, entry, score], index) => ({
    line: index + 2,
    values: { judge, entry, score, note: 'ignored' },
  }));
}

describe('ratingsFromTable', () => {
  it('reads judge, entry and score and ignores other columns and outer blanks', () => {
    const table = rows(
      ['J1', ' A ', '80.5'],
      ['J2', 'A', '+7e1'],
      ['J1', 'B', '-.5'],
      ['J2', 'B', '0'],
    );
    expect(ratingsFromTable(columns, table)).toEqual([
      { judge: 'J1', entry: 'A', score: 80.5 },
      { judge: 'J2', entry: 'A', score: 70 },
      { judge: 'J1', entry: 'B', score: -0.5 },
      { judge: 'J2', entry: 'B', score: 0 },
    ]);
  });

  it('names a missing column', () => {
    expect(() => ratingsFromTable(['judge', 'entry'], [])).toThrow(
      new RuleError('ratings.missingColumn', { column: 'score' }),
    );
  });

  it.each(['eighty', '0x10', '1,5', 'NaN', 'Infinity', '1e999'])(
    'refuses %s with its line',
    (text) => {
      expect(() => ratingsFromTable(columns, rows(['J1', 'A', '80'], ['J1', 'B', text]))).toThrow(
        new RuleError('ratings.notANumber', { line: 3, value: text }),
      );
    },
  );

  it('refuses an empty value with its line and column', () => {
    expect(() => ratingsFromTable(columns, rows(['J1', ' ', '80']))).toThrow(
      new RuleError('ratings.emptyValue', { line: 2, column: 'entry' }),
    );
  });

  it('refuses a second score of a judge for an entry, naming both lines', () => {
    const table = rows(['J1', 'A', '80'], ['J2', 'A', '81'], ['J1', 'A ', '82']);
    expect(() => ratingsFromTable(columns, table)).toThrow(
      new RuleError('ratings.duplicate', { line: 4, firstLine: 2, judge: 'J1', entry: 'A' }),
    );
  });

  it('refuses fewer ratings than two judges on two entries give', () => {
    expect(() => ratingsFromTable(columns, rows(['J1', 'A', '80'], ['J2', 'A', '81']))).toThrow(
      new RuleError('ratings.tooFew', { count: 2, minimum: 4 }),
    );
  });
});
