import { describe, expect, test } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { trustedProxies } from './trusted-proxies.js';

describe('TRUST_PROXY', () => {
  test.each([
    [undefined, false],
    ['', false],
    ['off', false],
    ['loopback', ['loopback']],
    ['10.0.0.5, 192.168.1.0/24', ['10.0.0.5', '192.168.1.0/24']],
    ['fd00::/8', ['fd00::/8']],
  ])('%j → %j', (text, proxies) => {
    expect(trustedProxies(text)).toEqual(proxies);
  });

  test.each([
    'on',
    'true',
    '0',
    '1',
    '10.0.0',
    '10.0.0.1/33',
    '10.0.0.1/0',
    '::/129',
    '1,2',
    'proxy',
  ])('%j names no proxy', (text) => {
    expect(() => trustedProxies(text)).toThrow(
      new ConfigError('config.trustProxy', { value: text }),
    );
  });
});
