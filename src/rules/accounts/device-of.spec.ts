import { expect, test } from '@jest/globals';
import { deviceOf } from './device-of.js';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15';

test.each([
  [`${windows} Chrome/131.0.0.0 Safari/537.36`, 'Windows · Chrome'],
  [`${windows} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Windows · Edge'],
  [`${iphone} Mobile/15E148 MicroMessenger/8.0.5 Safari/604.1`, 'iPhone · WeChat'],
  ['Mozilla/5.0 (Linux; Android 14; V2301A) Chrome/130.0 Mobile Safari/537.36', 'Android · Chrome'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Firefox/132.0', 'macOS · Firefox'],
  ['curl/8.5', ''],
  ['', ''],
])('%s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
