import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFiles } from '../architecture/project-files.js';
import { demoVisitor, startDemo } from '../support/demo-people.js';
import { handlersOf } from '../support/handlers.js';
import {
  type HostileRequest,
  HostileRequests,
  randomNumbers,
} from '../support/hostile-requests.js';
import type { TestApp } from '../support/test-app.js';

/** 40,000 on both databases together; on PostgreSQL each takes twice as long. */
const count = process.env.DATABASE_URL ? 10_000 : 30_000;
const seed = 20_130_621;
const roles = [
  'Public',
  'Agent',
  'CityRegistrar',
  'Verifier',
  'Judge',
  'Tabulator',
  'Approver',
  'Publisher',
  'DivisionReviewer',
  'Supervisor',
  'SystemAdmin',
] as const;
/** Whoever signs out or moves the clock asks no more hostile questions afterwards. */
const leftOut = ['/sign-out', '/office/demo-clock', '/demo/sign-in'];
const tables = [
  'programme',
  'merchant',
  'application',
  'category',
  'round',
  'document',
  'notice',
  'title',
  'expert',
  'shop',
  'award_list',
  'objection',
  'calculation_job',
];

let app: TestApp;
const agent = new Agent({ keepAlive: true, maxSockets: 12 });
beforeAll(async () => {
  app = await startDemo();
}, 240_000);
afterAll(async () => {
  agent.destroy();
  await app.stop();
});

/** @returns the status, or 0 where the connection was closed without an answer */
function send({ method, path, headers, body }: HostileRequest, port: number): Promise<number> {
  const sized = { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) };
  return new Promise((resolve) => {
    const sent = request(
      { agent, host: '127.0.0.1', port, method, path, headers: sized },
      (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.once('error', () => resolve(0));
    sent.end(body ?? undefined);
  });
}

async function realIds(): Promise<string[]> {
  const found = await Promise.all(
    tables.map((table) => app.database.rows<{ id: string }>(`SELECT id FROM ${table} LIMIT 4`)),
  );
  const slugs = await app.database.rows<{ slug: string }>('SELECT slug FROM programme');
  return [...found.flat().map(({ id }) => id), ...slugs.map(({ slug }) => slug)];
}

const fieldNames = () =>
  projectFiles('src', '.form.ts').flatMap(({ text }) =>
    [...text.matchAll(/^ {2}(\w+)!:/gm)].map(([, name]) => name!),
  );

test(`${count} hostile requests, not one answered with a fault of ours`, async () => {
  const people = await Promise.all(
    roles.map(async (role) => {
      const visitor = await demoVisitor(app, role);
      await visitor.get(role === 'Public' ? '/sign-in' : '/account/password');
      return { role, cookie: visitor.cookies, token: visitor.token };
    }),
  );
  const { port } = app.app.getHttpServer().address() as AddressInfo;
  const random = randomNumbers(seed);
  const requests = new HostileRequests(
    {
      routes: handlersOf(app.app).filter(({ path }) => !leftOut.includes(path)),
      ids: await realIds(),
      fields: [...new Set(fieldNames())],
    },
    random,
  );
  const faults: string[] = [];
  const seen = new Map<number, number>();
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const { role, cookie, token } = people[Math.floor(random() * people.length)]!;
      const hostile = requests.next(cookie, token);
      const status = await send(hostile, port);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      if (status >= 500 || status === 0) {
        const body = hostile.body?.toString('latin1').slice(0, 200) ?? '';
        faults.push(`${status} ${role} ${hostile.method} ${hostile.path.slice(0, 200)} ${body}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
  expect(faults).toEqual([]);
  // The requests reached the handlers: there are pages, refused forms and redirects among them.
  for (const status of [200, 303, 400, 404, 422]) expect(seen.get(status)).toBeGreaterThan(100);
}, 600_000);
