import { afterAll, beforeAll, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { RateLimits } from '../../src/web/rate-limits.js';
import {
  type Applicant,
  agreed,
  fillDraft,
  makeApplicant,
  openWindow,
  startDraft,
} from '../support/applicant.js';
import type { TestProgramme } from '../support/programme.js';
import type { TestApp } from '../support/test-app.js';

const number = 100;
/** A minute before the end of the window's last day, 30 September in Beijing. */
const lastMinute = '2026-09-30T15:59:00.000Z';

let app: TestApp;
let programme: TestProgramme;
const ready: { readonly applicant: Applicant; readonly path: string }[] = [];

beforeAll(async () => {
  ({ app, programme } = await openWindow());
  for (let made = 0; made < number; made += 1) {
    // All of them come from one machine here, which is more than one address may be.
    await app.app.get(RateLimits).clear('signInAddress', '127.0.0.1');
    const applicant = await makeApplicant(app);
    const path = await startDraft(applicant, programme);
    await fillDraft(applicant, path);
    await applicant.visitor.get(`${path}/declarations`);
    ready.push({ applicant, path });
  }
}, 600_000);
afterAll(() => app.stop());

test(`${number} submissions in the last minute of the window all succeed`, async () => {
  app.clock.moveTo(lastMinute);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(agreed)) {
    for (const one of [value].flat()) body.append(name, String(one));
  }
  const answers = await Promise.all(
    ready.map(({ applicant: { visitor }, path }) =>
      supertest(app.app.getHttpServer())
        .post(`${path}/submission`)
        .set('cookie', visitor.cookies)
        .type('form')
        .send(`${body.toString()}&_csrf=${encodeURIComponent(visitor.token)}`),
    ),
  );
  const statuses = new Map<number, number>();
  for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  expect(Object.fromEntries(statuses)).toEqual({ 303: number });
  const rows = await app.database.rows<{ receiptNumber: string }>(
    "SELECT receipt_number FROM application WHERE state = 'Submitted'",
  );
  expect(new Set(rows.map(({ receiptNumber }) => receiptNumber)).size).toBe(number);
}, 120_000);
