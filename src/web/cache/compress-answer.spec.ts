import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { goldenRoutes } from '../../../test/support/golden-routes.js';
import { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

/** An answer as it travels, nothing unpacked. */
function answer(path: string, headers: Record<string, string>, method = 'GET') {
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  return new Promise<{ coding: string | null; length: number; body: Buffer }>((done, failed) => {
    const asked = request({ port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const coding = response.headers['content-encoding'] ?? null;
        done({ coding, length: Number(response.headers['content-length']), body });
      });
    });
    asked.on('error', failed).end();
  });
}

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('the first answer of a page to %s is compressed', async (accepted, coding, unpack) => {
  const asked = `/notices?q=${coding}`;
  const first = await answer(asked, { 'accept-encoding': accepted });
  expect([first.coding, first.length]).toEqual([coding, first.body.length]);
  const plain = await answer(asked, {});
  expect(plain.coding).toBeNull();
  expect(unpack(first.body).equals(plain.body)).toBe(true);
});

test('so are those that come while the kept copies are made', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  await answer('/notices?q=crowd', {});
  const sent = await Promise.all(
    Array.from({ length: 8 }, () => answer('/notices?q=crowd', headers)),
  );
  expect(sent.filter(({ coding }) => coding === null)).toEqual([]);
});

test('every public page is, also what is not kept and what is not there', async () => {
  const plain: string[] = [];
  const pages = goldenRoutes()
    .filter(
      ({ method, policy, path }) => method === 'GET' && policy === 'public' && !path.includes(':'),
    )
    .map(({ path }) => path);
  expect(pages.length).toBeGreaterThan(25);
  for (const path of [...pages, '/nowhere']) {
    const sent = await answer(path, { 'accept-encoding': 'gzip' });
    if (sent.coding === null && sent.length >= 500) plain.push(path);
  }
  expect(plain).toEqual([]);
});

test.each([
  ['a session', 'biaogan=made-up'],
  ['a sentence to be told', 'biaogan-flash=made-up'],
  ['a receipt', 'biaogan-receipt=made-up'],
])('an answer to somebody with %s is not', async (_whose, cookie) => {
  const sent = await answer('/progress', { 'accept-encoding': 'br, gzip', cookie });
  expect(sent.coding).toBeNull();
});

test('an answer to a form is not: what was typed stands in it', async () => {
  const sent = await answer('/sign-in', { 'accept-encoding': 'br, gzip' }, 'POST');
  expect([sent.coding, sent.length > 500]).toEqual([null, true]);
});
