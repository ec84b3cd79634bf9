export interface Tie {
  readonly one: string;
  readonly other: string;
}

/**
 * Everybody who is tied to somebody → the name of the group, which is the first member in order.
 * Ties reach on: A with B and B with C put A, B and C together.
 */
export function relatedGroups(ties: readonly Tie[]): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (member: string): string => {
    let root = member;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    return root;
  };
  for (const { one, other } of ties) {
    const [first, second] = [rootOf(one), rootOf(other)].toSorted(inOrder) as [string, string];
    parent.set(first, first);
    parent.set(second, first);
    for (const member of [one, other]) if (member !== first) parent.set(member, first);
  }
  return new Map([...parent.keys()].map((member) => [member, rootOf(member)]));
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : 1;
}
