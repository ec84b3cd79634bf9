/** Equal slices of the range for each value: a few values fall into the same one. */
const SLICES = 4;

/**
 * Ranks values from the highest, 1, down; equal values share the best of their ranks. A counting sort
 * into slices of the range, then insertion: draws are spread out, so few are moved far. Reuses its
 * arrays, because a thousand draws of ten thousand merits are ranked.
 */
export function rankDraws(count: number): (values: Float64Array, ranks: Uint32Array) => void {
  const order = new Uint32Array(count);
  const sliceOf = new Uint32Array(count);
  const next = new Uint32Array(SLICES * count + 1);
  return (values, ranks) => {
    let lowest = Infinity;
    let highest = -Infinity;
    for (const value of values) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    const scale = highest > lowest ? (SLICES * count - 1) / (highest - lowest) : 0;
    next.fill(0);
    for (let index = 0; index < count; index += 1) {
      const slice = Math.floor((highest - values[index]!) * scale);
      sliceOf[index] = slice;
      next[slice + 1]! += 1;
    }
    for (let slice = 0; slice < SLICES * count; slice += 1) next[slice + 1]! += next[slice]!;
    for (let index = 0; index < count; index += 1) {
      const slice = sliceOf[index]!;
      order[next[slice]!] = index;
      next[slice]! += 1;
    }
    for (let place = 1; place < count; place += 1) {
      const moving = order[place]!;
      let to = place;
      while (to > 0 && values[order[to - 1]!]! < values[moving]!) {
        order[to] = order[to - 1]!;
        to -= 1;
      }
      order[to] = moving;
    }
    let rank = 1;
    for (let place = 0; place < count; place += 1) {
      if (place > 0 && values[order[place]!] !== values[order[place - 1]!]) rank = place + 1;
      ranks[order[place]!] = rank;
    }
  };
}
