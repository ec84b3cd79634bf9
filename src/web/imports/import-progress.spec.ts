import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { registerFile, registerLine } from '../../../test/support/register-file.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ImportProgress, partOf } from './import-progress.js';

describe('how far an import is', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.clock.moveTo('2026-03-02T02:00:00.000Z');
  });
  afterAll(() => app.stop());

  test('is told to whoever runs it, while it runs, and to nobody else', async () => {
    const progress = new ImportProgress();
    const seen: (number | null)[] = [];
    await progress.follow('one', 'r', async (report) => {
      const half = partOf(report, 0.5, 1);
      seen.push(progress.of('one', 'r'));
      await half(0.5);
      seen.push(progress.of('one', 'r'), progress.of('two', 'r'), progress.of('one', 'q'));
    });
    expect([...seen, progress.of('one', 'r')]).toEqual([0, 0.75, null, null, null]);
    await expect(
      progress.follow('one', 'r', () => Promise.reject(new Error('x'))),
    ).rejects.toThrow();
    expect(progress.of('one', 'r')).toBeNull();
  });

  test('is asked for by the page of the same person', async () => {
    const { visitor, accountId } = await office(app, 'CityRegistrar');
    const share = async (run: string) => {
      await visitor.get(`/imports/${run}`);
      return JSON.parse(visitor.html) as unknown;
    };
    const progress = app.app.get(ImportProgress);
    await progress.follow(accountId, 'mine', async (report) => {
      await report(0.25);
      expect(await share('mine')).toEqual({ share: 0.25 });
    });
    await progress.follow('somebody', 'theirs', async () => {
      expect(await share('theirs')).toEqual({ share: null });
    });
  });

  test('grows while a large file is read and entered, and others are answered', async () => {
    const { visitor, accountId } = await office(app, 'CityRegistrar');
    const lines = Array.from({ length: 2000 }, (_, at) => registerLine(at + 1));
    const file = { field: 'file', name: 'a.csv', content: registerFile(...lines) };
    const path = '/office/registry/import';
    await visitor.get(path);
    const during = async (work: (run: string) => Promise<unknown>) => {
      const run = visitor.page.querySelector('[name=run]')!.getAttribute('value')!;
      const state = { ended: false };
      const shares = new Set<number>();
      const done = work(run).finally(() => {
        state.ended = true;
      });
      while (!state.ended) {
        shares.add(app.app.get(ImportProgress).of(accountId, run) ?? 0);
        await setImmediate();
      }
      await done;
      return [...shares].filter((share) => share > 0);
    };
    for (const shares of [
      await during(() => visitor.submit(path, {}, [file])),
      await during(() => visitor.submit(`${path}/confirmation`, {})),
    ]) {
      expect(shares.length).toBeGreaterThan(2);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }
    expect(visitor.path).toBe('/office/registry');
  });
});
