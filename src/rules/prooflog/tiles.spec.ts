import fc from 'fast-check';
import { entryBundle, rangeHash, readTilePath, tilePath, tileWidth, tilesFor } from './tiles.js';

describe('tiles', () => {
  it('are named as the specification names them', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 }, 0)).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 0, index: 0, width: 256 }, 'entries')).toBe('tile/entries/000');
    expect(tilePath({ level: 1, index: 5, width: 17 }, 1)).toBe('tile/1/005.p/17');
    expect(tilePath({ level: 0, index: 1000, width: 1 }, 0)).toBe('tile/0/x001/000.p/1');
  });

  it('are read back, and no other spelling is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 63 }),
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const tile = { level, index, width };
          const path = tilePath(tile, level).slice('tile/'.length);
          expect(readTilePath(path)).toEqual({ ...tile, entries: false });
          const entries = tilePath(tile, 'entries').slice('tile/'.length);
          expect(readTilePath(entries)).toEqual({ ...tile, level: 0, entries: true });
        },
      ),
    );
    const wrong = [
      '',
      '0',
      '0/',
      '0/0',
      '0/00',
      '0/0000',
      '0/x000/000',
      '00/000',
      '01/000',
      '-1/000',
      '0/001/002',
      '0/000.p/',
      '0/000.p/0',
      '0/000.p/256',
      '0/000.p/01',
      '0/000.p/999',
      'entry/000',
      '0/000/',
      '0/x001/x000',
      '0/../000',
      '0/000?x',
      '0/١٢٣',
      '100/000',
      '0/x001/x001/x001/x001/x001/000',
    ];
    for (const path of wrong) expect([path, readTilePath(path)]).toEqual([path, null]);
  });

  it('have the widths of the example with 70,000 entries', () => {
    const width = (level: number, index: number) => tileWidth(70_000, level, index);
    expect([width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 112, 0]);
    expect([width(1, 0), width(1, 1), width(1, 2)]).toEqual([256, 17, 0]);
    expect([width(2, 0), width(2, 1), width(3, 0)]).toEqual([1, 0, 0]);
    expect([tileWidth(256, 0, 0), tileWidth(256, 1, 0)]).toEqual([256, 1]);
  });

  it('are asked for once each, as wide as the log has them', () => {
    expect(tilesFor([{ start: 0, end: 70_000 }], 70_000)).toEqual([
      { level: 2, index: 0, width: 1 },
      { level: 1, index: 1, width: 17 },
      { level: 0, index: 273, width: 112 },
    ]);
    expect(tilesFor([], 10)).toEqual([]);
  });

  it('that are missing or too short prove nothing', () => {
    const range = { start: 0, end: 2 };
    expect(() => rangeHash(range, new Map())).toThrow(RangeError);
    expect(() => rangeHash(range, new Map([['0/0', Buffer.alloc(63)]]))).toThrow(RangeError);
  });

  it('of entries have the length before each', () => {
    const bundle = entryBundle([Buffer.from('ab'), Buffer.alloc(300)]);
    expect(bundle.subarray(0, 4).toString('hex')).toBe('00026162');
    expect(bundle.readUInt16BE(4)).toBe(300);
    expect(bundle.length).toBe(2 + 2 + 2 + 300);
  });
});
