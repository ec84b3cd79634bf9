import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TestApp } from '../../test/support/test-app.js';
import { stopServing } from './stop-serving.js';

let app: TestApp;
const sockets: Socket[] = [];
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.app.close().catch(() => undefined);
  await app.place.remove();
});

async function send(text: string): Promise<Socket> {
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** How long the end takes, in milliseconds; what is under way may take `drain`. */
async function stopIn(drain: number): Promise<number> {
  const began = performance.now();
  await stopServing(app.app, { drain, close: 20_000 });
  return performance.now() - began;
}

const get = 'GET /notices HTTP/1.1\r\nHost: biaogan\r\n\r\n';
const half =
  'POST /sign-in HTTP/1.1\r\nHost: biaogan\r\ncontent-length: 100\r\n' +
  'content-type: application/x-www-form-urlencoded\r\n\r\nmobile=';

test('a connection that is only kept open holds nobody up', async () => {
  const idle = await send(get);
  await once(idle, 'data');
  expect(await stopIn(60_000)).toBeLessThan(20_000);
});

test('a connection whose answer comes during the end is closed after it', async () => {
  const socket = await send(half);
  await pause(200);
  const ending = stopIn(60_000);
  await pause(200);
  socket.write('x'.repeat(93));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);
  expect(await ending).toBeLessThan(20_000);
});

test('what does not end is cut after the limit', async () => {
  await send(half);
  await pause(200);
  const took = await stopIn(500);
  expect(took).toBeGreaterThanOrEqual(490);
  expect(took).toBeLessThan(15_000);
});

test('a worker that does not stop is left behind after the limit', async () => {
  const began = performance.now();
  // The framework hands out the application in a wrapper, which cannot be changed.
  const never = {
    close: () => new Promise(() => undefined),
    getHttpServer: () => app.app.getHttpServer() as unknown,
  } as unknown as NestFastifyApplication;
  await stopServing(never, { drain: 200, close: 300 });
  expect(performance.now() - began).toBeGreaterThanOrEqual(490);
});
