import { checkCreditCode } from '../identifiers/credit-code.js';
import { checkOrganisationCode } from '../identifiers/organisation-code.js';
import { checkRegistrationNumber } from '../identifiers/registration-number.js';
import { type FieldProblem, problem } from './field-problem.js';
import type { MerchantFacts } from './merchant-facts.js';

type Pair = Pick<MerchantFacts, 'idType' | 'idValue'>;

/** A number carried before: kind and number together, the number of its kind's form. */
export function checkFormerNumber(
  { idType, idValue }: Pair,
  firstPairs: readonly string[],
): { readonly pair: Pair; readonly problems: readonly FieldProblem[] } {
  const pair = { idType, idValue };
  if (idType === null && idValue === null) return { pair, problems: [] };
  if (idType === null) return { pair, problems: [problem('idType', 'merchants.idType.required')] };
  if (idValue === null) {
    return { pair, problems: [problem('idValue', 'merchants.idValue.required')] };
  }
  const found = check(idType, idValue, firstPairs);
  return found.ok
    ? { pair: { idType, idValue: found.value }, problems: [] }
    : {
        pair,
        problems: [problem('idValue', found.code, 'variables' in found ? found.variables : {})],
      };
}

function check(idType: string, idValue: string, firstPairs: readonly string[]) {
  if (idType === 'registrationNumber') return checkRegistrationNumber(idValue);
  if (idType === 'organisationCode') return checkOrganisationCode(idValue);
  return checkCreditCode(idValue, { firstPairs, divisionPrefix: '3308' });
}
