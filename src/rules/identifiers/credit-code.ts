import type { RuleErrorVariables } from '../rule-error.js';
import { isIdentityNumber } from './identity-number.js';
import { normaliseIdentifier } from './normalise-text.js';
import { organisationCodeCheckCharacter } from './organisation-code.js';

/** The 31 characters of GB 32100-2015; the value of a character is its index. */
export const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type CreditCodeRefusal =
  | 'identifiers.creditCode.length'
  | 'identifiers.creditCode.characters'
  | 'identifiers.creditCode.firstPair'
  | 'identifiers.creditCode.alreadyRegistered';

export type CreditCodeWarning =
  | 'identifiers.creditCode.organisationCheck'
  | 'identifiers.creditCode.checkCharacter'
  | 'identifiers.creditCode.otherPlace'
  | 'identifiers.creditCode.identityNumber';

export interface CreditCodeOptions {
  /** First two characters accepted: editable data of the office. */
  readonly firstPairs: readonly string[];
  /** Beginning of the division code that is not worth a warning, such as '3308'. */
  readonly divisionPrefix: string;
  readonly alreadyRegistered?: boolean;
}

export interface CreditCodeFinding {
  readonly code: CreditCodeWarning;
  readonly variables: RuleErrorVariables;
}

export type CreditCodeResult =
  | {
      readonly ok: false;
      readonly code: CreditCodeRefusal;
      readonly variables: RuleErrorVariables;
    }
  | {
      readonly ok: true;
      readonly value: string;
      readonly warnings: readonly CreditCodeFinding[];
    };

/**
 * Unified social credit code by GB 32100-2015. Form errors refuse; failed checks only warn, because
 * real codes issued before 2016 fail them and the office decides with the licence in hand.
 */
export function checkCreditCode(text: string, options: CreditCodeOptions): CreditCodeResult {
  const value = normaliseIdentifier(text);
  const length = Array.from(value).length;
  if (length !== 18) return refuse('identifiers.creditCode.length', { length });
  const foreign = Array.from(value).find(
    (character) => !CREDIT_CODE_CHARACTERS.includes(character),
  );
  if (foreign !== undefined) {
    return refuse('identifiers.creditCode.characters', { character: foreign });
  }
  const pair = value.slice(0, 2);
  if (!options.firstPairs.includes(pair)) {
    return refuse('identifiers.creditCode.firstPair', { pair });
  }
  if (options.alreadyRegistered === true) {
    return refuse('identifiers.creditCode.alreadyRegistered', {});
  }

  const computedOrganisation = organisationCodeCheckCharacter(value.slice(8, 16));
  const computedCheck = creditCodeCheckCharacter(value.slice(0, 17));
  const findings: readonly (CreditCodeFinding & { readonly applies: boolean })[] = [
    {
      applies: computedOrganisation !== value[16],
      code: 'identifiers.creditCode.organisationCheck',
      variables: { computed: computedOrganisation },
    },
    {
      applies: computedCheck !== value[17],
      code: 'identifiers.creditCode.checkCharacter',
      variables: { computed: computedCheck },
    },
    {
      applies: !value.startsWith(options.divisionPrefix, 2),
      code: 'identifiers.creditCode.otherPlace',
      variables: { place: value.slice(2, 8) },
    },
    {
      applies: isIdentityNumber(value),
      code: 'identifiers.creditCode.identityNumber',
      variables: {},
    },
  ];
  const warnings = findings
    .filter((finding) => finding.applies)
    .map(({ code, variables }) => ({ code, variables }));
  return { ok: true, value, warnings };
}

/**
 * Check character 18: (31 − Σ value·3^position mod 31) mod 31. The outer "mod 31" matters when the
 * remainder is 0.
 *
 * @param first17 characters of the 31-character set
 */
export function creditCodeCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += CREDIT_CODE_CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** Public form: registering place and check character stay, the serial part is hidden. */
export function maskCreditCode(value: string): string {
  return `${value.slice(0, 8)}${'*'.repeat(8)}${value.slice(16)}`;
}

function refuse(code: CreditCodeRefusal, variables: RuleErrorVariables): CreditCodeResult {
  return { ok: false, code, variables };
}
