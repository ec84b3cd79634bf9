import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readProjectFile } from './project-files.js';
import { covered, refusalsAndRecords } from './refusals-in-source.js';

const list = 'test/architecture/refusals-owed.txt';
const known = refusalsAndRecords();
const named = covered();
const uncovered = known.filter((line) => !named.has(line));
if (process.env.BIAOGAN_WRITE_OWED) {
  const place = fileURLToPath(new URL('refusals-owed.txt', import.meta.url));
  writeFileSync(place, uncovered.map((line) => `${line}\n`).join(''));
}

/**
 * Whatever the program refuses or records stands in a table of cases (`test/support/case-tables.ts`),
 * so that it goes red when the guard is removed. What has none yet is listed, and the list only
 * shrinks.
 */
describe('refusals and records', () => {
  const owed = readProjectFile(list).split('\n').filter(Boolean);

  test('are found in the sources', () => {
    expect(known).toContain('code accounts.disable.own');
    expect(known).toContain('missing end-duty');
    expect(known).toContain('stale save-shop');
    expect(known).toContain('guard noVetoHit');
    expect(known).toContain('event duty.grant');
    expect(known).toContain('message returnWanted');
  });

  test('and the cases in the specs', () => {
    expect([...named]).toEqual(
      expect.arrayContaining([
        'code accounts.disable.own',
        'missing end-duty',
        'stale save-shop',
        'event duty.grant',
        'message returnWanted',
      ]),
    );
  });

  test('have a case, or stand in the list of those that owe one', () => {
    expect(uncovered.filter((line) => !owed.includes(line))).toEqual([]);
  });

  test('leave the list once they have a case', () => {
    expect(owed.filter((line) => !uncovered.includes(line))).toEqual([]);
  });

  test('are named in cases only while the program knows them', () => {
    const parts = ['missing ', 'stale ', 'event ', 'message '];
    const unknown = [...named].filter(
      (line) => parts.some((part) => line.startsWith(part)) && !known.includes(line),
    );
    expect(unknown).toEqual([]);
  });
});
