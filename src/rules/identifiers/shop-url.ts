import { cleanText } from './clean-text.js';

export type ShopUrlResult =
  | { readonly ok: true; readonly url: string; readonly host: string }
  | {
      readonly ok: false;
      readonly code:
        | 'identifiers.shopUrl.form'
        | 'identifiers.shopUrl.backOffice'
        | 'identifiers.shopUrl.hostNotOfPlatform';
      readonly variables: Readonly<Record<string, string>>;
    };

/** Where merchants work, which customers cannot open; subdomains included. */
const BACK_OFFICES = [
  'myseller.taobao.com',
  'seller.taobao.com',
  'work.taobao.com',
  'sell.taobao.com',
  'qianniu.taobao.com',
  'myseller.tmall.com',
  'sell.tmall.com',
  'work.1688.com',
  'work.alibaba.com',
  'shop.jd.com',
  'sj.jd.com',
  'mms.pinduoduo.com',
  'fxg.jinritemai.com',
  'buyin.jinritemai.com',
  's.kwaixiaodian.com',
  'zs.kwaixiaodian.com',
  'd.weidian.com',
  'ark.xiaohongshu.com',
  'store.weixin.qq.com',
];

/** What an address may consist of; the prose of a share text around it does not belong to it. */
const LINK = /https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%[\]]+/i;
/** An address as people write it, without its beginning. */
const BARE = /(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][\w\-.~:/?#@!$&'()*+,;=%[\]]*)?/i;
const LONGEST = 200;

/**
 * Address of a shop against the hosts of its platform. The beginning may be missing or `http`, and the
 * address may stand in the text that an app shares.
 *
 * @param platformHosts registrable hosts such as 'taobao.com', subdomains included; an empty list
 *   stands for an own site and accepts any public host
 */
export function checkShopUrl(text: string, platformHosts: readonly string[]): ShopUrlResult {
  const url = addressIn(cleanText(text).normalize('NFKC').trim());
  if (
    url === null ||
    url.username !== '' ||
    url.href.length > LONGEST ||
    !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)
  ) {
    return { ok: false, code: 'identifiers.shopUrl.form', variables: {} };
  }
  const host = url.hostname;
  if (isOneOf(host, BACK_OFFICES)) {
    return { ok: false, code: 'identifiers.shopUrl.backOffice', variables: { host } };
  }
  return platformHosts.length === 0 || isOneOf(host, platformHosts)
    ? { ok: true, url: url.href, host }
    : {
        ok: false,
        code: 'identifiers.shopUrl.hostNotOfPlatform',
        variables: { host, hosts: platformHosts.join(', ') },
      };
}

function isOneOf(host: string, known: readonly string[]): boolean {
  return known.some((one) => host === one || host.endsWith(`.${one}`));
}

function addressIn(text: string): URL | null {
  const found = LINK.exec(text)?.[0] ?? BARE.exec(text)?.[0];
  if (!found) return null;
  // A mark of the sentence around it, not of the address.
  const plain = found.replace(/[.,;:!?)\]']+$/, '');
  const whole = /^https?:/i.test(plain) ? plain.replace(/^http:/i, 'https:') : `https://${plain}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}
