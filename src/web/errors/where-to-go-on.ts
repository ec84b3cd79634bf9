import type { FastifyRequest } from 'fastify';

/**
 * Where a person whose click came too late sees how things stand: the page that the click came from,
 * else the nearest page above the address that was asked.
 */
export function whereToGoOn(request: FastifyRequest): string {
  return ownReferer(request) ?? nearestPage(request);
}

/** A form that came back under the address it was sent to has no page there: then it tells nothing. */
function ownReferer(request: FastifyRequest): string | null {
  const { referer, host: own } = request.headers;
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  if (host !== own || pathname === pathOf(request)) return null;
  // Two slashes at the beginning would name another host.
  return pathname.startsWith('//') ? null : pathname + search;
}

function nearestPage(request: FastifyRequest): string {
  const asked = pathOf(request).split('/');
  const route = (request.routeOptions.url ?? '').split('/');
  // The page that is itself out of date leads no further.
  const longest = request.method === 'GET' ? route.length - 1 : route.length;
  for (let length = longest; length > 1; length -= 1) {
    const url = route.slice(0, length).join('/');
    if (!request.server.hasRoute({ method: 'GET', url })) continue;
    return asked.slice(0, length).join('/');
  }
  return '/';
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]!;
}
