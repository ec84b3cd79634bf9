import { maskCreditCode } from '../identifiers/credit-code.js';
import { NATURAL_PERSON_TYPES } from '../registry/vocabulary.js';

/** What the policy needs to know of a merchant besides the value itself. */
export interface PolicySubject {
  readonly merchantType: string;
  readonly headNamePublic: boolean;
}

/** How a value is shown in public; null withholds it for this merchant. */
type Show = (value: unknown, subject: PolicySubject) => unknown;

/** The fields that are public, in their order. */
type Policy = Readonly<Record<string, Show>>;

const asItIs: Show = (value) => value;

/**
 * The one table of what may leave the office about a merchant. Page, CSV, JSON and search ask it;
 * templates and queries never decide. A field that is not listed is an office matter.
 */
const MERCHANT_POLICY: Policy = {
  id: asItIs,
  merchantType: asItIs,
  name: asItIs,
  creditCode: masked,
  headName: proprietor,
  foundedOn: asItIs,
  divisionCode: asItIs,
  goodsCategories: asItIs,
  sector: asItIs,
  businessType: asItIs,
  park: asItIs,
  intro: asItIs,
};

const SHOP_POLICY: Policy = {
  platform: asItIs,
  shopName: asItIs,
  url: asItIs,
  icp: asItIs,
  openedOn: asItIs,
  mainGoods: asItIs,
  deliveryPromise: asItIs,
  status: asItIs,
};

/** The public part of a merchant's record, in the order of the table; withheld values are null. */
export function publicMerchant(
  record: PolicySubject & Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return publicFields(MERCHANT_POLICY, record, record);
}

/** The public part of a shop. */
export function publicShop(
  shop: Readonly<Record<string, unknown>>,
  owner: PolicySubject,
): Readonly<Record<string, unknown>> {
  return publicFields(SHOP_POLICY, shop, owner);
}

function publicFields(
  policy: Policy,
  record: Readonly<Record<string, unknown>>,
  subject: PolicySubject,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(policy).map(([key, show]) => {
      const value = record[key] ?? null;
      return [key, value === null ? null : show(value, subject)];
    }),
  );
}

function masked(value: unknown): string {
  return maskCreditCode(String(value));
}

/** A person who trades under their own name decides whether it is shown. */
function proprietor(value: unknown, subject: PolicySubject): unknown {
  return NATURAL_PERSON_TYPES.includes(subject.merchantType) && !subject.headNamePublic
    ? null
    : value;
}
