import { expect, test } from '@jest/globals';
import { lastValueFrom, of } from 'rxjs';
import { redirect } from './page.js';
import { PageInterceptor } from './page.interceptor.js';

/** Where the browser is led by a redirect to this path. */
async function led(path: string): Promise<string> {
  const sent: Record<string, string> = {};
  const reply = {
    code: () => reply,
    header: (name: string, value: string) => ((sent[name] = value), reply),
  };
  const request = { headers: {}, url: '/office', method: 'POST' };
  const http = { getRequest: () => request, getResponse: () => reply };
  const context = { switchToHttp: () => http, getHandler: () => led };
  const reflector = { get: () => undefined };
  const interceptor = new PageInterceptor({} as never, reflector as never, {} as never);
  await lastValueFrom(
    interceptor.intercept(context as never, { handle: () => of(redirect(path)) }),
  );
  return sent['location']!;
}

test.each([
  ['/office?programme=a&b=%E9#steps', '/office?programme=a&b=%E9#steps'],
  ['/office/titles/长', '/office/titles/%E9%95%BF'],
  ['/notices?name=长 长', '/notices?name=%E9%95%BF%20%E9%95%BF'],
])('%s leads to %s, in characters that a header takes', async (path, address) => {
  expect(await led(path)).toBe(address);
});
