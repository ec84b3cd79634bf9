import { maskCreditCode } from '../identifiers/credit-code.js';
import { NATURAL_PERSON_TYPES } from '../registry/vocabulary.js';

/** Privacy tier of a field (process §13): who may ever see it. */
export type Tier = 'public' | 'office';

/** What the policy needs to know of a merchant besides the value itself. */
export interface PolicySubject {
  readonly merchantType: string;
  readonly headNamePublic: boolean;
}

interface FieldPolicy {
  readonly tier: Tier;
  /** How the value is shown in public; null withholds it for this merchant. */
  readonly show?: (value: unknown, subject: PolicySubject) => unknown;
}

/**
 * The one table of what may leave the office about a merchant. Page, CSV, JSON and search ask it;
 * templates and queries never decide. A field that is not listed is an office matter.
 */
const MERCHANT_POLICY: Readonly<Record<string, FieldPolicy>> = {
  id: { tier: 'public' },
  merchantType: { tier: 'public' },
  name: { tier: 'public' },
  creditCode: { tier: 'public', show: masked },
  headName: { tier: 'public', show: proprietor },
  foundedOn: { tier: 'public' },
  divisionCode: { tier: 'public' },
  goodsCategories: { tier: 'public' },
  sector: { tier: 'public' },
  businessType: { tier: 'public' },
  park: { tier: 'public' },
  intro: { tier: 'public' },
};

const SHOP_POLICY: Readonly<Record<string, FieldPolicy>> = {
  platform: { tier: 'public' },
  shopName: { tier: 'public' },
  url: { tier: 'public' },
  icp: { tier: 'public' },
  openedOn: { tier: 'public' },
  mainGoods: { tier: 'public' },
  deliveryPromise: { tier: 'public' },
  status: { tier: 'public' },
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
  policy: Readonly<Record<string, FieldPolicy>>,
  record: Readonly<Record<string, unknown>>,
  subject: PolicySubject,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(policy)
      .filter(([, field]) => field.tier === 'public')
      .map(([key, field]) => {
        const value = record[key] ?? null;
        return [key, value === null || !field.show ? value : field.show(value, subject)];
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
