/** Entries from `start` to before `end`; the hash of their subtree is one line of a proof. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Subtrees that lead from the entry to the root, its sibling first (RFC 9162, 2.1.3.1). */
export function inclusionRanges(index: number, size: number): readonly Range[] {
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + powerBelow(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.toReversed();
}

/** Subtrees from which both roots follow (RFC 9162, 2.1.4.1); none when one of the two is empty or both are equal. */
export function consistencyRanges(oldSize: number, size: number): readonly Range[] {
  if (oldSize === 0 || oldSize === size) return [];
  const path: Range[] = [];
  let [start, end, known] = [0, size, true];
  while (oldSize < end) {
    const middle = start + powerBelow(end - start);
    if (oldSize <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      [start, known] = [middle, false];
    }
  }
  return (known ? path : [...path, { start, end }]).toReversed();
}

/** The whole subtrees that a range is made of, from left to right. */
export function wholeSubtrees({ start, end }: Range): readonly Range[] {
  const found: Range[] = [];
  for (let at = start; at < end;) {
    let length = 1;
    while (at % (length * 2) === 0 && at + length * 2 <= end) length *= 2;
    found.push({ start: at, end: at + length });
    at += length;
  }
  return found;
}

/** The largest power of two that is smaller. */
function powerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
