import type { PageContext } from '../../web/page-context.js';
import type { RegisterShop } from './register.js';

/** The name of a shop, and its platform where another shop bears the same name. */
export interface ShopOf {
  readonly shopName: string;
  readonly platform: string | null;
}

/** A shop as its owner tells it from the others: two shops of one name need their platforms. */
export function shopTitle({ shopName, platform }: ShopOf, { t }: Pick<PageContext, 't'>): string {
  if (platform === null) return shopName;
  return t('applications.shopOnPlatform', {
    shop: shopName,
    platform: t(`merchants.platform.${platform}`),
  });
}

export function shopOf(
  shops: readonly Pick<RegisterShop, 'id' | 'shopName' | 'platform'>[],
  id: string,
): ShopOf {
  const shop = shops.find((one) => one.id === id);
  if (!shop) return { shopName: id, platform: null };
  const alone = shops.filter(({ shopName }) => shopName === shop.shopName).length === 1;
  return { shopName: shop.shopName, platform: alone ? null : shop.platform };
}
