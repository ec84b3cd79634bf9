import { CONFLICT_GROUND_KINDS } from '../rounds/conflict-grounds.js';
import type { CategoryRules, RuleSet } from './rule-set.js';
import type { RuleSwitch, SwitchValue } from './rule-switches.js';

type Tree = { readonly [key: string]: Tree | SwitchValue };
type Switched = RuleSet | CategoryRules;

/** What a switch stands at; null for a rule that there is not. */
export function switchValue(rules: Switched, { path, otherwise = null }: RuleSwitch): SwitchValue {
  let found: Tree | SwitchValue | undefined = rules as unknown as Tree;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null) return otherwise;
    found = found[step];
  }
  return (found ?? otherwise) as SwitchValue;
}

/** The rules with their switches at `values`; what is not named stays. */
export function withSwitches<T extends Switched>(
  rules: T,
  switches: readonly RuleSwitch[],
  values: ReadonlyMap<string, SwitchValue>,
): T {
  const edited = structuredClone(rules) as unknown as Branch;
  for (const one of switches) {
    const value = values.get(one.path);
    if (value !== undefined && value !== switchValue(rules, one)) setAt(edited, one.path, value);
  }
  for (const { whole } of switches) {
    if (whole && isEmpty(at(edited, whole))) setAt(edited, whole, null);
  }
  return tidied(edited) as unknown as T;
}

interface Branch {
  [key: string]: Branch | SwitchValue | undefined;
}

function setAt(root: Branch, path: string, value: SwitchValue): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let branch = root;
  for (const step of steps) {
    branch[step] ??= {};
    branch = branch[step] as Branch;
  }
  branch[last] = value;
}

function at(root: Branch, path: string): Branch[string] {
  let found: Branch[string] = root;
  for (const step of path.split('.')) found = (found as Branch | null | undefined)?.[step];
  return found;
}

function isEmpty(found: Branch[string]): boolean {
  return (
    typeof found === 'object' &&
    found !== null &&
    Object.values(found).every((value) => value === null)
  );
}

/** An order without its gaps; kinds of relations only where they are not those of the catalogue. */
function tidied(edited: Branch): Branch {
  const { groundKinds, ...rest } = edited;
  const changed = Object.entries((groundKinds ?? {}) as Record<string, string>).filter(
    ([ground, kind]) => CONFLICT_GROUND_KINDS[ground as '1'] !== kind,
  );
  const chain = rest.tieChain as unknown as readonly (string | null)[] | undefined;
  return {
    ...rest,
    ...(chain ? { tieChain: Object.values(chain).filter((step) => step !== null) as never } : {}),
    ...(changed.length ? { groundKinds: Object.fromEntries(changed) } : {}),
  };
}
