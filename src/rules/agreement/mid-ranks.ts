/** Ranks from 1 with the mean rank for ties, and Σ(t³ − t) over the groups of t equal values. */
export function midRanks(values: readonly number[]) {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const ranks = Array<number>(values.length);
  let tieSum = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (const index of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    tieSum += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, tieSum };
}
