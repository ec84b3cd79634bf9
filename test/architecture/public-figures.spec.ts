import { describe, expect, it } from '@jest/globals';
import { projectFiles } from './project-files.js';

const bare = /\b(?:FROM|JOIN) (merchant|annual_return)\b/g;

/** Rooms that tell the public how many merchants the city has and what they sell. */
const rooms = ['src/census', 'src/portal'];

describe('figures of the city', () => {
  it('are counted over accepted merchants and believed returns only (src/merchants/counted.ts)', () => {
    const files = rooms
      .flatMap((room) => projectFiles(room, '.ts'))
      .filter(({ path }) => !path.endsWith('.spec.ts'));
    const found = files.flatMap(({ path, text }) =>
      [...text.matchAll(bare)].map(([, table]) => `${path}: ${table}`),
    );
    expect(found).toEqual([]);
    const asking = files.filter(({ text }) => text.includes('COUNTED_MERCHANTS'));
    expect(asking.map(({ path }) => path)).toEqual(['src/census/census.queries.ts']);
  });
});
