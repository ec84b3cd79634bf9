import { checkEmail, checkMobile } from '../identifiers/contact-identifiers.js';
import { findContactPatterns } from '../identifiers/contact-patterns.js';
import { checkCreditCode, type CreditCodeFinding } from '../identifiers/credit-code.js';
import { isDivisionCode } from '../identifiers/divisions.js';
import { checkFormerNumber } from './check-former-number.js';
import { checkPersonId } from './check-person-id.js';
import { type FieldProblem, problem } from './field-problem.js';
import type { MerchantFacts } from './merchant-facts.js';

export interface MerchantCheck {
  /** Facts with identifiers normalised and fields that do not apply emptied. */
  readonly facts: MerchantFacts;
  readonly problems: readonly FieldProblem[];
  /** Doubts about the credit code that the merchant may confirm and the office accepts. */
  readonly warnings: readonly CreditCodeFinding[];
}

export interface MerchantCheckContext {
  readonly today: string;
  readonly firstPairs: readonly string[];
  readonly parks: readonly string[];
}

/** Rules across the fields of a register record (domain/fields §3, codes-and-documents §1). */
export function checkMerchant(given: MerchantFacts, context: MerchantCheckContext): MerchantCheck {
  const exempt = given.merchantType === 'exemptPerson';
  const code = exempt || given.creditCode === null ? null : readCode(given.creditCode, context);
  const mobile = checkMobile(given.contactMobile);
  const email = given.contactEmail === null ? null : checkEmail(given.contactEmail);
  const former = checkFormerNumber(given, context.firstPairs);
  const person = checkPersonId(given, context.today);
  const facts: MerchantFacts = {
    ...given,
    ...former.pair,
    personIdNo: person.value,
    creditCode: code?.ok ? code.value : exempt ? null : given.creditCode,
    exemptionGround: exempt ? given.exemptionGround : null,
    contactMobile: mobile.ok ? mobile.value : given.contactMobile,
    contactEmail: email?.ok ? email.value : given.contactEmail,
  };
  const problems = [
    ...(exempt && given.exemptionGround === null
      ? [problem('exemptionGround', 'merchants.exemptionGround.required')]
      : []),
    ...(!exempt && given.creditCode === null
      ? [problem('creditCode', 'merchants.creditCode.required')]
      : []),
    ...(code && !code.ok ? [problem('creditCode', code.code, code.variables)] : []),
    ...former.problems,
    ...(given.foundedOn > context.today ? [problem('foundedOn', 'merchants.dayInFuture')] : []),
    ...(isDivisionCode(given.divisionCode)
      ? []
      : [problem('divisionCode', 'merchants.divisionUnknown')]),
    ...(given.park === null || context.parks.includes(given.park)
      ? []
      : [problem('park', 'merchants.parkUnknown')]),
    ...(given.insured > given.staff
      ? [
          problem('insured', 'merchants.insuredAboveStaff', {
            insured: given.insured,
            staff: given.staff,
          }),
        ]
      : []),
    ...(mobile.ok ? [] : [problem('contactMobile', mobile.code)]),
    ...(email && !email.ok ? [problem('contactEmail', email.code)] : []),
    ...(given.birthDate !== null && given.birthDate > context.today
      ? [problem('birthDate', 'merchants.dayInFuture')]
      : []),
    ...person.problems,
    ...findContactPatterns(given.intro).map(({ code: found, text }) =>
      problem('intro', found, { text }),
    ),
  ];
  return { facts, problems, warnings: code?.ok ? code.warnings : [] };
}

function readCode(text: string, { firstPairs }: MerchantCheckContext) {
  return checkCreditCode(text, { firstPairs, divisionPrefix: '3308' });
}
