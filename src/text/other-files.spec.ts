import { describe, expect, test } from '@jest/globals';
import { readTable } from './read-table.js';
import { UnreadableTable } from './unreadable-table.js';

const read = (content: Buffer) => readTable(content, 100);
const cells = (content: Buffer) => read(content).lines.map((line) => line.cells);

describe('a file that is no table', () => {
  test.each([
    ['a picture of the table', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'otherKind'],
    ['a photograph', Buffer.from('ffd8ffe000104a46', 'hex'), 'otherKind'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'otherKind'],
  ] as const)('is refused as what it is: %s', (_title, content, fault) => {
    expect(() => read(content)).toThrow(new UnreadableTable(1, fault));
  });

  test('has no longer cell than a spreadsheet has, and says so before it cleans one', () => {
    const of = (length: number) => Buffer.from(`a,b\n1,${'9'.repeat(length)}\n`);
    expect(cells(of(32_767))).toHaveLength(2);
    expect(() => read(of(32_768))).toThrow(new UnreadableTable(2, 'large'));
    const start = process.cpuUsage();
    expect(() => read(of(9_000_000))).toThrow(UnreadableTable);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});
