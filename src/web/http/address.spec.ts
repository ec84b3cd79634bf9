import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../test/support/test-app.js';

const script = '<script>alert(1)</script>';
const long = `fe80::1%${'a'.repeat(52)}`;

/** The address that a failed sign-in leaves in the access log. */
async function logged(app: TestApp, forwarded: string): Promise<string> {
  const visitor = app.visitor();
  await visitor.get('/sign-in');
  await visitor.post(
    '/sign-in',
    { _csrf: visitor.token, mobile: '13905700099', password: 'wrong' },
    { 'x-forwarded-for': forwarded },
  );
  expect([422, 429]).toContain(visitor.status);
  const row = await app.database.row<{ address: string }>(
    'SELECT address FROM access_log ORDER BY at DESC, id DESC LIMIT 1',
  );
  await app.database.execute('DELETE FROM access_log');
  return row!.address;
}

describe.each([
  ['without a proxy nothing of the header is believed', 'off', '203.0.113.7', '127.0.0.1'],
  ['a proxy by its address is believed', 'loopback', '203.0.113.7', '203.0.113.7'],
  [
    'only what the proxy added, not what the visitor wrote before it',
    'loopback',
    '1.1.1.1, 203.0.113.7',
    '203.0.113.7',
  ],
  ['of two proxies both are named', 'loopback,10.0.0.0/8', '203.0.113.7, 10.0.0.9', '203.0.113.7'],
  ['another machine is no proxy', '10.0.0.5', '203.0.113.7', '127.0.0.1'],
  ['an IPv6 address', 'loopback', '2001:db8::7', '2001:db8::7'],
  ['an IPv4 address in IPv6 clothes', 'loopback', '::ffff:203.0.113.7', '203.0.113.7'],
  ['text is no address', 'loopback', script, '127.0.0.1'],
  ['a zone is left out, however long', 'loopback', long, 'fe80::1'],
  ['sixty characters', 'loopback', '1'.repeat(60), '127.0.0.1'],
])('%s', (_, proxies, forwarded, address) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ TRUST_PROXY: proxies });
  });
  afterAll(() => app.stop());

  test(`TRUST_PROXY=${proxies}, ${forwarded.slice(0, 30)} → ${address}`, async () => {
    expect(await logged(app, forwarded)).toBe(address);
  });
});
