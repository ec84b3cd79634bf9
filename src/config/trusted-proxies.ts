import { isIP } from 'node:net';
import { ConfigError } from './config-error.js';

const named = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Proxies whose X-Forwarded-For is believed: `off`, or addresses and networks with commas between. A
 * mere `on` or a number of hops would believe whatever a visitor who comes past the proxy writes.
 * @throws ConfigError for anything else
 */
export function trustedProxies(text: string | undefined): false | readonly string[] {
  if (!text || text === 'off') return false;
  const proxies = text.split(',').map((one) => one.trim());
  if (proxies.every((one) => named.includes(one) || isNetwork(one))) return proxies;
  throw new ConfigError('config.trustProxy', { value: text });
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (most < 0 || more !== undefined) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most)
  );
}
