import { checkIcpNumber } from '../identifiers/contact-identifiers.js';
import { checkShopUrl } from '../identifiers/shop-url.js';
import { type FieldProblem, problem } from './field-problem.js';
import { PLATFORMS } from './vocabulary.js';

export interface ShopFacts {
  readonly platform: string;
  readonly shopName: string;
  readonly url: string;
  readonly icp: string | null;
  readonly shopNo: string | null;
  readonly openedOn: string;
  readonly sameSubject: boolean;
  readonly subjectNote: string | null;
  readonly mainGoods: string | null;
  readonly deliveryPromise: string | null;
  readonly status: string;
}

/** Rules across the fields of a shop (domain/fields §4); the address is normalised. */
export function checkShop(
  given: ShopFacts,
  today: string,
): { readonly facts: ShopFacts; readonly problems: readonly FieldProblem[] } {
  const url = checkShopUrl(given.url, PLATFORMS[given.platform] ?? []);
  const own = given.platform === 'own';
  const icp = own && given.icp !== null ? checkIcpNumber(given.icp) : null;
  return {
    facts: {
      ...given,
      url: url.ok ? url.url : given.url,
      icp: icp?.ok ? icp.value : null,
      subjectNote: given.sameSubject ? null : given.subjectNote,
    },
    problems: [
      ...(url.ok ? [] : [problem('url', url.code, url.variables)]),
      ...(own && given.icp === null ? [problem('icp', 'merchants.shop.icpRequired')] : []),
      ...(icp && !icp.ok ? [problem('icp', icp.code)] : []),
      ...(given.openedOn > today ? [problem('openedOn', 'merchants.dayInFuture')] : []),
      ...(!given.sameSubject && given.subjectNote === null
        ? [problem('subjectNote', 'merchants.shop.subjectNoteRequired')]
        : []),
    ],
  };
}
