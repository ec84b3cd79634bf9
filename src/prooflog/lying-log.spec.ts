import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { growLog } from '../../test/support/grow-log.js';
import { runCommandOn } from '../../test/support/run-command.js';
import { TestApp } from '../../test/support/test-app.js';
import { logHeadText, readLogHead } from '../rules/prooflog/log-checkpoint.js';
import { readNote } from '../rules/prooflog/signed-note.js';
import { witness } from './commands/witness.js';
import { LogQueries } from './log.queries.js';
import { LogSigner } from './log-signer.js';

let app: TestApp;
let server: Server;
let folder: string;
/** What is answered in the place of the log, by the end of the address. */
let lies: Record<string, (response: ServerResponse) => void>;
beforeAll(async () => {
  app = await TestApp.start();
  await growLog(app, 8);
  const origin = await app.app.getUrl();
  server = createServer((request, response) => {
    const path = request.url!.slice('/log/'.length);
    const lie = lies[path.split('/')[0]!];
    if (lie) return lie(response);
    void fetch(origin + request.url!).then(async (answer) => {
      response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await app.stop();
});
beforeEach(async () => {
  lies = { cosignatures: (response) => void response.end('{}') };
  folder = mkdtempSync(join(tmpdir(), 'witness-'));
  expect((await follow('--name', 'w.example')).status).toBe(0);
});

const follow = (...more: string[]) => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
  const places = ['--key', join(folder, 'key'), '--state', join(folder, 'state')];
  return runCommandOn(app, witness, '--log', address, ...places, '--once', ...more);
};
const evidence = () =>
  readdirSync(join(folder, 'state')).filter((name) => name.startsWith('evidence'));
const notThere = (response: ServerResponse) => void response.writeHead(404).end();
/** The office signs that its log ends there, with that root. */
const signed = async (size: number, root: Buffer | null = null) => {
  const { origin, root: own } = (await app.app.get(LogQueries).latest())!;
  const head = { origin, size, root: root ?? own };
  const note = `${logHeadText(head)}\n${app.app.get(LogSigner).sign(head)}`;
  expect(readLogHead(readNote(note)!.text)).toMatchObject({ size });
  return (response: ServerResponse) => void response.end(note);
};

test('the same end with another root is two pasts without any file, and stays so', async () => {
  const { size } = (await app.app.get(LogQueries).latest())!;
  lies = { checkpoint: await signed(size, Buffer.alloc(32, 7)), tile: notThere };
  const refused = await follow();
  expect([refused.status, refused.words]).toEqual([1, expect.stringContaining('历史有两份')]);
  expect(evidence()).toEqual([expect.stringMatching(/^evidence-branch-/)]);
  // An honest answer does not make it undone, nor does another start.
  lies = {};
  const again = await follow();
  expect([again.status, again.words]).toEqual([1, expect.stringContaining('见过这本日志有两份')]);
  rmSync(join(folder, 'state', evidence()[0]!));
  lies = { cosignatures: (response) => void response.end('{}') };
  expect((await follow()).status).toBe(0);
});

test('what was signed is kept where its files are held back', async () => {
  lies = { checkpoint: await signed(3, Buffer.alloc(32, 7)), tile: notThere };
  for (let look = 0; look < 2; look += 1) {
    const held = await follow();
    expect([held.status, held.words]).toEqual([1, expect.stringContaining('404')]);
  }
  expect(evidence()).toEqual([expect.stringMatching(/^evidence-unproved-/)]);
});

test('a log that was set back is no unchanged one', async () => {
  const checkpoint = await (await fetch(`${await app.app.getUrl()}/log/checkpoint`)).text();
  await growLog(app, 4);
  expect((await follow()).status).toBe(0);
  lies = { checkpoint: (response) => void response.end(checkpoint) };
  const behind = await follow();
  expect([behind.status, behind.words]).toEqual([1, expect.stringContaining('比以前见过的')]);
});

test('a page of the network between, and a line that breaks off, are no word of the log', async () => {
  lies = { checkpoint: (response) => void response.end('<html>请登录</html>') };
  expect((await follow()).words).toContain('no checkpoint');
  lies = {
    checkpoint: (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('abc');
      setTimeout(() => response.destroy(), 50);
    },
  };
  const broken = await follow();
  expect([broken.status, broken.words]).toEqual([1, expect.stringContaining('取不到')]);
  expect(evidence()).toEqual([]);
});

test('a place that cannot be used is named', async () => {
  const address = 'http://127.0.0.1:1/log';
  const key = join(folder, 'key');
  for (const places of [
    ['--key', key, '--state', key],
    ['--key', join(folder, 'no', 'key'), '--state', join(folder, 'state'), '--name', 'w.example'],
  ]) {
    const { status, words } = await runCommandOn(app, witness, '--log', address, ...places);
    expect([status, words]).toEqual([2, expect.stringContaining('不能用')]);
  }
});
