import { checkIdentityNumber } from '../identifiers/identity-number.js';
import { type FieldProblem, problem } from './field-problem.js';
import type { MerchantFacts } from './merchant-facts.js';

const AGE_OF_MAJORITY = 18;

/** Who may state an identity number: exempt persons, and heads who prove their age (个人信息保护法 Art. 6). */
export function mayStatePersonId(
  facts: Pick<MerchantFacts, 'merchantType' | 'birthDate'>,
): boolean {
  return facts.merchantType === 'exemptPerson' || facts.birthDate !== null;
}

/** The number normalised, null where it does not apply, and what is wrong with it. */
export function checkPersonId(
  facts: Pick<MerchantFacts, 'merchantType' | 'birthDate' | 'personIdNo'>,
  today: string,
): { readonly value: string | null; readonly problems: readonly FieldProblem[] } {
  if (facts.personIdNo === null || !mayStatePersonId(facts)) return { value: null, problems: [] };
  const found = checkIdentityNumber(facts.personIdNo);
  if (!found.ok) return { value: facts.personIdNo, problems: [problem('personIdNo', found.code)] };
  const { value, birthDate } = found;
  const eighteenth = `${Number(birthDate.slice(0, 4)) + AGE_OF_MAJORITY}${birthDate.slice(4)}`;
  return {
    value,
    problems: [
      ...(eighteenth > today ? [problem('personIdNo', 'merchants.personIdNo.minor')] : []),
      ...(facts.birthDate !== null && facts.birthDate !== birthDate
        ? [problem('personIdNo', 'merchants.personIdNo.otherBirthDate')]
        : []),
    ],
  };
}
