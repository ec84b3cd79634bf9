import { isIP } from 'node:net';

/**
 * The visitor's network address. What a proxy tells is believed when it is an address at all;
 * otherwise it is the one that the connection came from. Nothing else reaches a limit or a log.
 */
export function addressOf(request: {
  readonly ip: string;
  readonly socket: { readonly remoteAddress?: string };
}): string {
  return plainAddress(request.ip) ?? plainAddress(request.socket.remoteAddress) ?? '';
}

/** Without zone and without the IPv6 clothes of an IPv4 address: at most 45 characters. */
function plainAddress(text: string | undefined): string | null {
  const bare = (text ?? '').replace(/%.*$/s, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(bare) ? bare : null;
}
