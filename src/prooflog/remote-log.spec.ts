import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RemoteLog } from './remote-log.js';

let server: Server;
let address: string;
let sent = 0;
function endless(response: ServerResponse): void {
  while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
  if (!response.destroyed) response.once('drain', () => endless(response));
}

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/log/key') response.end('  a key \n');
    else if (request.url === '/log/checkpoint') endless(response);
    else response.writeHead(500).end('broken');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer without an end is left when it is longer than any may be', async () => {
  await expect(new RemoteLog(address).checkpoint()).rejects.toMatchObject({
    url: `${address}/checkpoint`,
    reason: 'size',
  });
  expect(sent).toBeLessThan(40_000_000);
});

test('what is not there, and who is not there, is named', async () => {
  expect(await new RemoteLog(address).key()).toBe('a key');
  const tile = { level: 0, index: 0, width: 1 };
  await expect(new RemoteLog(address).tiles([tile])).rejects.toMatchObject({ reason: '500' });
  expect(await new RemoteLog(address).handIn('note')).toBe('500 broken');
  const nobody = new RemoteLog('http://127.0.0.1:1/log');
  await expect(nobody.key()).rejects.toMatchObject({ url: 'http://127.0.0.1:1/log/key' });
});
