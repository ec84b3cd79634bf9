import { TILE_WIDTH } from './tiles.js';

/**
 * Up to which entry the log may be shown. While somebody scores only whole tiles are: their number says no
 * more than that some hundreds of acts of every kind were done.
 */
export function publicLogSize(entries: number, countsAreSecret: boolean): number {
  return countsAreSecret ? entries - (entries % TILE_WIDTH) : entries;
}
