import { canonicalJson } from '../rules/provenance/canonical-json.js';

/** Whether what an entry says of a row is so; older entries said less. */
export function agrees(
  details: Readonly<Record<string, unknown>>,
  facts: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(facts).every(
    ([name, fact]) => !(name in details) || canonicalJson(details[name]) === canonicalJson(fact),
  );
}
