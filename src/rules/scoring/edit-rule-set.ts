import { anchored } from './anchor-points.js';
import { editableNumbers } from './editable-numbers.js';
import type { RuleSet } from './rule-set.js';

/**
 * A rule set with some numbers changed. `changes` maps the first path of an editable number to its
 * new value; paths that are not editable are ignored. Anchors follow the weight of their indicator.
 */
export function editRuleSet(ruleSet: RuleSet, changes: Readonly<Record<string, number>>): RuleSet {
  const edited: RuleSet = structuredClone(ruleSet);
  for (const { paths, value } of editableNumbers(ruleSet)) {
    const next = changes[paths[0]!];
    if (next !== undefined && next !== value) paths.forEach((path) => setAt(edited, path, next));
  }
  return withAnchors(edited);
}

type Tree = { [key: string]: Tree | number };

function setAt(root: RuleSet, path: string, value: number): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce((tree, step) => tree[step] as Tree, root as unknown as Tree);
  parent[last] = value;
}

function withAnchors(ruleSet: RuleSet): RuleSet {
  return {
    ...ruleSet,
    defenceSheet: ruleSet.defenceSheet.map(anchored),
    categories: ruleSet.categories.map((category) => ({
      ...category,
      rubric: category.rubric.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map(anchored),
      })),
    })),
  };
}
