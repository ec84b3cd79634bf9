import { creditCodeCheckCharacter } from '../../src/rules/identifiers/credit-code.js';
import { organisationCodeCheckCharacter } from '../../src/rules/identifiers/organisation-code.js';

/**
 * A credit code that passes both checks, for fixtures only; it is not compared with any register.
 *
 * @param firstPair such as '91'
 * @param divisionCode six digits of GB/T 2260
 * @param serial 0 to 9,999,999, unique within the division
 */
export function syntheticCreditCode(
  firstPair: string,
  divisionCode: string,
  serial: number,
): string {
  const body = `M${String(serial).padStart(7, '0')}`;
  const first17 = `${firstPair}${divisionCode}${body}${organisationCodeCheckCharacter(body)}`;
  return `${first17}${creditCodeCheckCharacter(first17)}`;
}
