/** One step up or down; at the end of the list it stays where it is. */
export function movedBy(
  order: readonly string[],
  id: string,
  by: 'up' | 'down',
): readonly string[] {
  const from = order.indexOf(id);
  const to = by === 'up' ? from - 1 : from + 1;
  if (from < 0 || to < 0) return order;
  const moved = order.toSpliced(from, 1);
  return moved.toSpliced(to, 0, id);
}

/**
 * The order that the typed places mean. Who was given another place than it has goes there, the smaller
 * place first; all others keep their order around them. A place beyond the end is the last one.
 */
export function orderedByPlaces(
  order: readonly string[],
  places: ReadonlyMap<string, number>,
): readonly string[] {
  const moved = order
    .filter((id, at) => places.has(id) && places.get(id) !== at + 1)
    .toSorted((a, b) => places.get(a)! - places.get(b)!);
  const left = order.filter((id) => !moved.includes(id));
  return moved.reduce<readonly string[]>(
    (list, id) => list.toSpliced(Math.max(0, places.get(id)! - 1), 0, id),
    left,
  );
}

/** Whether both name the same things equally often, in any order. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
}
