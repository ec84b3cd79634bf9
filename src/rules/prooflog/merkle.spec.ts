import fc from 'fast-check';
import { EMPTY_ROOT, leafHash, nodeHash, treeHash } from './merkle.js';
import { consistencyRanges, inclusionRanges, wholeSubtrees } from './ranges.js';
import { TILE_WIDTH, type Tiles, rangeHash, tileKey, tileWidth, tilesFor } from './tiles.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

/** The leaves and roots with which implementations of RFC 6962 and RFC 9162 are compared. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hashes: readonly Buffer[]) => hashes.map((one) => one.toString('hex'));

/** Every tile of a log over these leaves. */
function tilesOf(all: readonly Buffer[]): Tiles {
  const tiles = new Map<string, Buffer>();
  let hashes = all;
  for (let level = 0; hashes.length > 0; level += 1) {
    const above: Buffer[] = [];
    for (let index = 0; tileWidth(all.length, level, index) > 0; index += 1) {
      const own = hashes.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
      tiles.set(tileKey({ level, index }), Buffer.concat(own));
      if (own.length === TILE_WIDTH) above.push(treeHash(own));
    }
    hashes = above;
  }
  return tiles;
}

const log = (size: number) =>
  Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const sizes = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 200, max: 1100 }));
const flipped = (hash: Buffer) => Buffer.from(hash.map((byte, at) => (at === 5 ? byte ^ 1 : byte)));

describe('the tree', () => {
  it('has the published roots', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(treeHash([])).toEqual(EMPTY_ROOT);
    expect(roots.map((_, at) => treeHash(leaves.slice(0, at + 1)).toString('hex'))).toEqual(roots);
  });

  it('has the published proofs', () => {
    const path = (ranges: readonly { start: number; end: number }[]) =>
      hex(ranges.map((range) => rangeHash(range, tilesOf(leaves))));
    expect(path(inclusionRanges(0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(path(consistencyRanges(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(path(consistencyRanges(1, 1))).toEqual([]);
  });

  it('is the same from tiles as from leaves', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const all = log(size);
        expect(rangeHash({ start: 0, end: size }, tilesOf(all))).toEqual(treeHash(all));
      }),
      { numRuns: 40 },
    );
  });

  it('takes a range apart into whole subtrees', () => {
    expect(wholeSubtrees({ start: 0, end: 7 })).toEqual([
      { start: 0, end: 4 },
      { start: 4, end: 6 },
      { start: 6, end: 7 },
    ]);
    expect(wholeSubtrees({ start: 3, end: 3 })).toEqual([]);
  });
});

describe('a proof that an entry stands in the log', () => {
  it('holds for its entry and for nothing that was bent', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, chosen) => {
        const all = log(size);
        const index = chosen % size;
        const ranges = inclusionRanges(index, size);
        const needed = new Set(tilesFor(ranges, size).map(tileKey));
        const tiles = new Map([...tilesOf(all)].filter(([key]) => needed.has(key)));
        const proof = ranges.map((range) => rangeHash(range, tiles));
        const claim = { leaf: all[index]!, index, size, root: treeHash(all), proof };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: size })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.leaf] })).toBe(false);
        if (size === 1) return;
        expect(verifyInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: proof.map(flipped) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a proof that the log only grew', () => {
  const heads = fc
    .tuple(sizes, sizes)
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

  it('holds from any size to any later one, and for no other past', () => {
    fc.assert(
      fc.property(heads, fc.nat(), ([oldSize, size], chosen) => {
        const all = log(size);
        const tiles = tilesOf(all);
        const older = { size: oldSize, root: treeHash(all.slice(0, oldSize)) };
        const newer = { size, root: treeHash(all) };
        const proof = consistencyRanges(oldSize, size).map((range) => rangeHash(range, tiles));
        expect(verifyConsistency(older, newer, proof)).toBe(true);
        const rewritten = all.slice(0, oldSize);
        rewritten[chosen % oldSize] = leafHash(Buffer.from('another'));
        const other = { size: oldSize, root: treeHash(rewritten) };
        expect(verifyConsistency(other, newer, proof)).toBe(false);
        expect(verifyConsistency(older, { size, root: flipped(newer.root) }, proof)).toBe(false);
        expect(verifyConsistency(older, newer, [...proof, newer.root])).toBe(false);
        if (proof.length === 0) return;
        expect(verifyConsistency(older, newer, proof.slice(1))).toBe(false);
        expect(verifyConsistency(older, newer, [])).toBe(false);
        expect(verifyConsistency(newer, older, proof)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('begins with nothing', () => {
    const newer = { size: 8, root: Buffer.from(roots[7]!, 'hex') };
    expect(consistencyRanges(0, 8)).toEqual([]);
    expect(verifyConsistency({ size: 0, root: EMPTY_ROOT }, newer, [])).toBe(true);
    expect(verifyConsistency({ size: 0, root: newer.root }, newer, [])).toBe(false);
    expect(verifyConsistency({ size: 0, root: EMPTY_ROOT }, newer, [newer.root])).toBe(false);
  });

  it('hashes two nodes apart from one leaf', () => {
    const [one, two] = [leaves[0]!, leaves[1]!];
    expect(nodeHash(one, two)).not.toEqual(leafHash(Buffer.concat([one, two])));
    expect(nodeHash(one, two)).not.toEqual(nodeHash(two, one));
  });
});
