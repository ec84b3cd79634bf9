interface Tree {
  [step: string]: Tree;
}

/** A copy of plain JSON with other values at some paths; `undefined` takes the member away. */
export function changedJson<T>(value: T, changes: Readonly<Record<string, unknown>>): T {
  const copy = structuredClone(value);
  for (const [path, changed] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop()!;
    const parent = steps.reduce((tree, step) => tree[step]!, copy as unknown as Tree);
    if (changed === undefined) delete parent[last];
    else parent[last] = changed as Tree;
  }
  return copy;
}
