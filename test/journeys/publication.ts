import { expect } from '@jest/globals';
import { recompute } from './recompute.js';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { temporaryFile } from '../support/run-command.js';
import type { Visitor } from '../support/visitor.js';
import type { Applied } from './applications.js';
import type { Cast } from './cast.js';
import { screenChecks } from './office.js';
import type { Place } from './place.js';

/** The veto sources are asked again before the list is proposed and before it is approved. */
export async function renewCreditQueries(
  place: Place,
  cast: Cast,
  applied: readonly Applied[],
): Promise<void> {
  for (const { applicationId } of applied) {
    await screenChecks(cast.screener.visitor, applicationId, place.today());
  }
}

/** Number, category and name of each row: the same on the page, the print, in CSV and JSON. */
export async function expectPublishedList(
  place: Place,
  notice: string,
  rows: readonly (readonly [string, string, string])[],
): Promise<void> {
  const stranger = place.visitor();
  for (const address of [notice, `${notice}/print`]) {
    await stranger.get(address);
    const shown = stranger.page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('td, th').map((cell) => cell.text.trim()));
    expect([address, shown.map(([serial, category, , name]) => [serial, category, name])]).toEqual([
      address,
      rows,
    ]);
  }
  await stranger.get(`${notice}/list.csv`);
  const lines = stranger.html.trim().split('\r\n').slice(1);
  expect(
    lines.map((line) => line.split(',')).map(([n, category, , name]) => [n, category, name]),
  ).toEqual(rows);
  await stranger.get(`${notice}/list.json`);
  const list = JSON.parse(stranger.html) as { rows: Record<string, string | number>[] };
  expect(list.rows.map(({ serial, category, name }) => [String(serial), category, name])).toEqual(
    rows,
  );
}

/** A stranger checks the certificate, recomputes the list and finds a changed score of either category. */
export async function verifyPublished(place: Place, office: Visitor, notice: string) {
  await office.get('/office/titles/certificates');
  const image = office.page.querySelector('img')!.getAttribute('src')!;
  const stranger = place.visitor();
  await stranger.get(image.replace('/qr.svg', ''));
  expect(stranger.text).toContain('称号有效');
  await stranger.get(notice);
  const href = stranger.page.querySelector('a[href$="bundle.json"]')!.getAttribute('href')!;
  const bundle = JSON.parse((await stranger.get(href)).html) as ResultsBundle;
  const sound = temporaryFile('bundle.json', JSON.stringify(bundle));
  expect((await place.verifyResults(sound)).status).toBe(0);
  verifyAlone(bundle);
  expect(bundle.categories.map(({ category }) => category)).toEqual(['G', 'Y']);
  for (const [at, { category }] of bundle.categories.entries()) {
    const changed = structuredClone(bundle);
    const sheet = changed.categories[at]!.applications[0]!.sheets[0]!;
    const [code, points] = Object.entries(sheet.scores)[0]!;
    Object.assign(sheet.scores, { [code]: points - 50 });
    const file = temporaryFile('changed.json', JSON.stringify(changed));
    const forged = await place.verifyResults(file);
    expect([category, forged.status, forged.words]).toEqual([
      category,
      1,
      expect.stringContaining(code),
    ]);
  }
  expect((await place.verifyJournal()).status).toBe(0);
}

/** By a computation that shares nothing with the program: every composite, and the order of the standings. */
export function verifyAlone(bundle: ResultsBundle): void {
  const found = recompute(bundle);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ receiptNumber, own }) => [receiptNumber, own])).toEqual(
    found.map(({ receiptNumber, published }) => [receiptNumber, published]),
  );
  const value = (text: string) => {
    const [n, d = '1'] = text.split('/');
    return Number(n) / Number(d);
  };
  for (const one of found) {
    const better = found.filter(
      ({ category, own }) => category === one.category && value(own) > value(one.own) + 1e-6,
    );
    expect(better.every(({ standing }) => standing < one.standing)).toBe(true);
  }
}
