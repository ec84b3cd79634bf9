import { nodeHash, treeHash } from './merkle.js';
import { type Range, wholeSubtrees } from './ranges.js';

/** Hashes of a whole tile: a subtree of height 8 (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
export const HASH_LENGTH = 32;

/** Hashes beside one another at one height; level 0 holds leaves, each level above roots of whole tiles below. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  /** Below 256 only at the right edge of the tree. */
  readonly width: number;
}

/** Tile → its hashes, one after another. */
export type Tiles = ReadonlyMap<string, Buffer>;

export function tileKey({ level, index }: Pick<Tile, 'level' | 'index'>): string {
  return `${level}/${index}`;
}

/** Where it is found below the address of the log; `entries` instead of a level has the leaves themselves. */
export function tilePath({ index, width }: Tile, level: number | 'entries'): string {
  const parts = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    parts.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `tile/${level}/${parts.join('/')}${partial}`;
}

/** What an address below `tile/` asks for; null when it is not spelled as the specification says. */
export function readTilePath(path: string): (Tile & { readonly entries: boolean }) | null {
  const found = /^(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!found) return null;
  const [, kind, name, partial] = found;
  const entries = kind === 'entries';
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const tile = {
    level: entries ? 0 : Number(kind),
    index: Number(name!.replaceAll(/[x/]/g, '')),
    width,
  };
  const whole = partial !== undefined && (width < 1 || width >= TILE_WIDTH);
  if (whole || `tile/${path}` !== tilePath(tile, entries ? 'entries' : tile.level)) return null;
  return { ...tile, entries };
}

/** How many hashes the tile has in a log of that size: 0 to 256. */
export function tileWidth(size: number, level: number, index: number): number {
  const complete = Math.floor(size / TILE_WIDTH ** level);
  return Math.min(TILE_WIDTH, Math.max(0, complete - index * TILE_WIDTH));
}

/** The tiles from which the hashes of these ranges follow. */
export function tilesFor(ranges: readonly Range[], size: number): readonly Tile[] {
  const found = new Map<string, Tile>();
  for (const range of ranges.flatMap(wholeSubtrees)) {
    const { level, index } = placeOf(range);
    const tile = { level, index, width: tileWidth(size, level, index) };
    found.set(tileKey(tile), tile);
  }
  return [...found.values()];
}

/** Hash of the subtree over a range that begins where its subtree begins. */
export function rangeHash(range: Range, tiles: Tiles): Buffer {
  const hashes = wholeSubtrees(range).map((whole) => wholeHash(whole, tiles));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** @throws RangeError when a tile is missing or too short: what comes from outside may be anything */
function wholeHash(range: Range, tiles: Tiles): Buffer {
  const { level, index, from, count } = placeOf(range);
  const content = tiles.get(tileKey({ level, index }));
  if (!content || content.length < (from + count) * HASH_LENGTH) {
    throw new RangeError(`Tile ${level}/${index} is too short.`);
  }
  return treeHash(hashesOf(content).slice(from, from + count));
}

export function hashesOf(content: Buffer): readonly Buffer[] {
  return Array.from({ length: Math.floor(content.length / HASH_LENGTH) }, (_, at) =>
    content.subarray(at * HASH_LENGTH, (at + 1) * HASH_LENGTH),
  );
}

/** A whole subtree as neighbouring hashes of one tile. */
function placeOf({ start, end }: Range) {
  let [level, unit] = [0, 1];
  while (end - start >= unit * TILE_WIDTH) [level, unit] = [level + 1, unit * TILE_WIDTH];
  const place = start / unit;
  const index = Math.floor(place / TILE_WIDTH);
  return { level, index, from: place - index * TILE_WIDTH, count: (end - start) / unit };
}

/** Leaves as they stand in `tile/entries`: each after its length in two bytes. */
export function entryBundle(leaves: readonly Buffer[]): Buffer {
  return Buffer.concat(
    leaves.flatMap((leaf) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(leaf.length);
      return [length, leaf];
    }),
  );
}
