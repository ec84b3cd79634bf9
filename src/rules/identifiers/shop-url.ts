export type ShopUrlResult =
  | { readonly ok: true; readonly url: string; readonly host: string }
  | {
      readonly ok: false;
      readonly code:
        | 'identifiers.shopUrl.form'
        | 'identifiers.shopUrl.notHttps'
        | 'identifiers.shopUrl.hostNotOfPlatform';
      readonly variables: Readonly<Record<string, string>>;
    };

/**
 * Address of a shop against the hosts of its platform.
 *
 * @param platformHosts registrable hosts such as 'taobao.com', subdomains included; an empty list
 *   stands for an own site and accepts any public host
 */
export function checkShopUrl(text: string, platformHosts: readonly string[]): ShopUrlResult {
  const url = parseUrl(text.normalize('NFKC'));
  if (url === null || url.username !== '' || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) {
    return { ok: false, code: 'identifiers.shopUrl.form', variables: {} };
  }
  if (url.protocol !== 'https:') {
    return { ok: false, code: 'identifiers.shopUrl.notHttps', variables: {} };
  }
  const host = url.hostname;
  const ofPlatform = platformHosts.some((known) => host === known || host.endsWith(`.${known}`));
  return platformHosts.length === 0 || ofPlatform
    ? { ok: true, url: url.href, host }
    : {
        ok: false,
        code: 'identifiers.shopUrl.hostNotOfPlatform',
        variables: { host, hosts: platformHosts.join(', ') },
      };
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
