import { expect } from '@jest/globals';
import { resultsVerify } from '../../src/awards/commands/results-verify.js';
import { VerifyJournal } from '../../src/journal/verify-journal.js';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { runCommand, temporaryFile } from '../support/run-command.js';
import type { TestApp } from '../support/test-app.js';
import type { Visitor } from '../support/visitor.js';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import { screenChecks } from './office.js';

/** The veto sources are asked again before the list is proposed and before it is approved. */
export async function renewCreditQueries(
  app: TestApp,
  cast: Cast,
  applied: readonly Applied[],
): Promise<void> {
  for (const { applicationId } of applied) {
    await screenChecks(cast.screeners[0].visitor, applicationId, app.clock.now().slice(0, 10));
  }
}

/** A stranger checks the certificate, recomputes the list and finds a changed score. */
export async function verifyPublished(app: TestApp, office: Visitor, notice: string) {
  await office.get('/office/titles/certificates');
  const image = office.page.querySelector('img')!.getAttribute('src')!;
  const stranger = app.visitor();
  await stranger.get(image.replace('/qr.svg', ''));
  expect(stranger.text).toContain('称号有效');
  await stranger.get(notice);
  const href = stranger.page.querySelector('a[href$="bundle.json"]')!.getAttribute('href')!;
  const bundle = JSON.parse((await stranger.get(href)).html) as ResultsBundle;
  const sound = temporaryFile('bundle.json', JSON.stringify(bundle));
  expect((await runCommand(resultsVerify, sound)).status).toBe(0);
  const changed = structuredClone(bundle);
  const sheet = changed.categories[0]!.applications[0]!.sheets[0]!;
  const [code, points] = Object.entries(sheet.scores)[0]!;
  Object.assign(sheet.scores, { [code]: points - 50 });
  const forged = await runCommand(
    resultsVerify,
    temporaryFile('changed.json', JSON.stringify(changed)),
  );
  expect([forged.status, forged.words]).toEqual([1, expect.stringContaining(code)]);
  expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
}
