import { forbiddenPair } from '../rules/lifecycle/forbidden-pairs.js';
import { Refusal } from '../rules/refusal.js';

/** An act of two people: whoever did the first part may not do the second. */
export function refuseSamePerson(first: string | null, second: string, act: string): void {
  if (first !== second) return;
  const violation = forbiddenPair([{ name: 'FirstPerson', act }], { name: 'SecondPerson', act });
  if (violation) throw new Refusal(violation.code);
}
