import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { type Person, office } from '../../test/support/people.js';
import { TestApp } from '../../test/support/test-app.js';
import { ratings } from '../rules/calibration/worked-cases.fixture.js';
import { type TrialRequest, trialRanking } from '../rules/ranking/trial-ranking.js';
import type { Actor } from '../web/actor.js';
import { Calculations } from './calculation-jobs.js';
import { CalculationJob } from './job.entity.js';
import { RunCalculations } from './run-calculations.js';

/** Three merchants, five judges; J5 lifts C and sinks the others. */
const colluded = ratings([
  'A J1:90 J2:88 J3:91 J4:89 J5:70',
  'B J1:84 J2:85 J3:83 J4:84 J5:70',
  'C J1:80 J2:81 J3:82 J4:80 J5:100',
]);
/** Sixty merchants and as many draws of their ranks take some ten seconds. */
const many = ratings(
  Array.from(
    { length: 60 },
    (_, at) => `M${at} J1:${60 + (at % 30)} J2:${61 + (at % 29)} J3:${50 + at}`,
  ),
);
const long = 800_000;

let app: TestApp;
let tabulator: Person;
let actor: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  tabulator = await office(app, 'Tabulator');
  actor = {
    accountId: tabulator.accountId,
    name: '',
    kind: 'office',
    mustChangePassword: false,
    duties: [{ role: 'Tabulator', divisionCode: null, merchantId: null, programmeId: null }],
  };
});
afterAll(() => app.stop());

const trial = (seed: number, replications: number, table = colluded): TrialRequest => ({
  ratings: table,
  without: null,
  options: { rule: 'mean', drop: 1, quota: 2, seed, replications },
});

function ask(at: TestApp, seed: number, replications = 100, table = colluded): Promise<string> {
  return at.app.get(Calculations).request(actor, {
    kind: 'standings.trial',
    subjectType: 'standings',
    subjectId: 'aaaaaaaaaaaaaaaa',
    programmeId: 'bbbbbbbbbbbbbbbb',
    input: trial(seed, replications, table),
    returnPath: '/account/password',
  });
}

async function until(id: string, ...states: CalculationJob['state'][]) {
  for (;;) {
    const job = await app.app.get(Calculations).byId(id);
    if (job && states.includes(job.state)) return job;
    await wait(20);
  }
}

describe('a long calculation', () => {
  test('gives in its thread what the rule gives here, and leads to where it was asked', async () => {
    const id = await ask(app, 7);
    const { result, state } = await until(id, 'done', 'failed');
    expect({ state, result }).toEqual({
      state: 'done',
      result: trialRanking(trial(7, 100)),
    });
    await tabulator.visitor.get(`/office/jobs/${id}`);
    expect(tabulator.visitor.path).toBe('/account/password');
  });

  test('with the same input is one job with one entry in the journal', async () => {
    const before = app.app.get(RunCalculations).begun;
    const [first, again] = await Promise.all([ask(app, 8), ask(app, 8)]);
    await until(first, 'done');
    expect([again, await ask(app, 8)]).toEqual([first, first]);
    expect(app.app.get(RunCalculations).begun - before).toBe(1);
    const entries = await app.database.row(
      `SELECT COUNT(*) AS count FROM journal_entry WHERE event = 'calculation.request'
       AND actor_role = 'Tabulator'`,
    );
    expect(entries).toEqual({ count: 2 });
  });

  test('that a rule refuses shows the rule’s own sentence, and is tried again when asked', async () => {
    const id = await ask(app, 9, 100, ratings(['A J1:1 J1:2']));
    await until(id, 'failed');
    await tabulator.visitor.get(`/office/jobs/${id}`);
    expect(tabulator.visitor.status).toBe(200);
    expect(tabulator.visitor.page.querySelector('.notice')?.text.trim()).toBe(
      '评委J1对申报A有两次以上打分，请保留一次。',
    );
    expect(tabulator.visitor.page.querySelector('meta[http-equiv=refresh]')).toBeNull();
    expect(await ask(app, 9, 100, ratings(['A J1:1 J1:2']))).toBe(id);
  });

  test('lets requests through meanwhile and says how far it is', async () => {
    const id = await ask(app, 10, long, many);
    await until(id, 'running');
    const { visitor } = tabulator;
    // Asked at once: however fast the first is computed, it has only begun.
    const behind = await ask(app, 11);
    await visitor.get(`/office/jobs/${behind}`);
    expect(visitor.text).toContain('已进入队列，前面还有1项。');
    const times: number[] = [];
    for (let i = 0; i < 21; i += 1) {
      const begun = performance.now();
      await visitor.get('/account/password');
      times.push(performance.now() - begun);
      await wait(40);
    }
    await visitor.get(`/office/jobs/${id}`);
    expect(visitor.path).toBe(`/office/jobs/${id}`);
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(100);
    expect(visitor.page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
      '2',
    );
    expect(visitor.text).toMatch(/正在计算已完成 [\d,]+ \/ 800,000 /);
    expect(visitor.text).toMatch(/预计\d{4}年\d+月\d+日 \d\d:\d\d完成，约还需\d+秒。/);
    expect(visitor.page.querySelector('progress')?.getAttribute('max')).toBe(String(long));
    await until(behind, 'done');
  });

  test('is not there for someone without its right', async () => {
    const id = await ask(app, 7);
    const { visitor } = await office(app, 'Screener');
    expect((await visitor.get(`/office/jobs/${id}`)).status).toBe(404);
  });
});

describe('processes', () => {
  test('two on one database compute each job once', async () => {
    const other = await TestApp.start({}, app.place);
    const runners = [app, other].map((one) => one.app.get(RunCalculations));
    const before = runners[0]!.begun;
    const ids = await Promise.all([20, 21, 22, 23, 24, 25].map((seed) => ask(app, seed)));
    for (let i = 0; i < 10; i += 1) {
      for (const runner of runners) runner.wake();
      await wait(10);
    }
    for (const id of ids) await until(id, 'done');
    expect(runners[0]!.begun - before + runners[1]!.begun).toBe(6);
    await other.app.close();
  });

  test('a job of a process that ends goes back and is computed by the next', async () => {
    const ending = await TestApp.start({}, app.place);
    const id = await ask(ending, 30, long, many);
    await until(id, 'running');
    await ending.app.close();
    expect(await until(id, 'queued')).toMatchObject({ done: 0, startedAt: null });
    // A shorter way for the test than to wait for twenty seconds of work.
    const short = trial(30, 100);
    await app.database.repo(CalculationJob).update(id, { input: JSON.stringify(short) });
    app.app.get(RunCalculations).start();
    await until(id, 'done');
  });

  test('a job of a process that fell silent is taken over, not one that is still at work', async () => {
    const { clock } = app;
    const left = async (seed: number, silence: number) => {
      const id = await ask(app, seed);
      await until(id, 'done');
      const seenAt = new Date(Date.parse(clock.now()) - silence).toISOString();
      const state = 'running';
      await app.database.repo(CalculationJob).update(id, { state, seenAt, runner: 'elsewhere' });
      return id;
    };
    const [silent, alive] = [await left(40, 16_000), await left(41, 5000)];
    app.app.get(RunCalculations).wake();
    await until(silent, 'done');
    expect(await until(alive, 'running')).toMatchObject({ result: expect.anything() });
  });
});
