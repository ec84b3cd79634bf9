import { nameKey } from '../identifiers/name-skeleton.js';

/** Null where a row of a file says nothing that could be read. */
interface ExemptFacts {
  readonly name: string | null;
  readonly registeredAddress: string | null;
  readonly contactMobile: string | null;
}

/**
 * Whether two records without a credit code are of one person: the same name together with the same
 * mobile number or the same registered address. A name alone identifies nobody.
 */
export function isSamePerson(one: ExemptFacts, other: ExemptFacts): boolean {
  return (
    isAlike(one.name, other.name) &&
    (isAlike(one.contactMobile, other.contactMobile) ||
      isAlike(one.registeredAddress, other.registeredAddress))
  );
}

function isAlike(one: string | null, other: string | null): boolean {
  const key = nameKey(one ?? '');
  return key !== '' && key === nameKey(other ?? '');
}
