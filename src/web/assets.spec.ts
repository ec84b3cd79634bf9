import { expect, test } from '@jest/globals';
import { Assets } from './assets.js';
import { readTemplates } from './views/source-templates.js';

test('a page with a scale, a declaration or kept sheets carries the script for it, and no other page does', () => {
  const assets = new Assets();
  const { js } = assets.of('portal/home');
  const pages = readTemplates().filter(
    ({ name, text }) => text.includes('layouts/main') && !name.startsWith('gallery/'),
  );
  const scoring = pages.filter(({ text }) =>
    /data-(?:scoring|declaration|offline-page)\b/.test(text),
  );
  expect(scoring.length).toBeGreaterThan(2);
  const hall = assets.of('judging/board').js;
  const ofHall = pages.filter(({ name }) => assets.of(name).js === hall);
  expect(ofHall.map(({ name }) => name)).toEqual(['judging/hall']);
  const { js: recompute } = assets.of('awards/recompute');
  const ofRecompute = pages.filter(({ name }) => assets.of(name).js === recompute);
  expect(ofRecompute.map(({ name }) => name)).toEqual(['awards/recompute']);
  const other = pages.filter(({ name }) => ![js, hall, recompute].includes(assets.of(name).js));
  expect(other.map(({ name }) => name)).toEqual(scoring.map(({ name }) => name));
});

test('styles of one kind of page come with that kind', () => {
  const assets = new Assets();
  const { css } = assets.of('portal/home');
  const others = readTemplates()
    .map(({ name }) => name)
    .filter((name) => assets.of(name).css !== css);
  expect(others).toEqual(['awards/certificates', 'judging/board', 'judging/hall']);
  expect(assets.of('judging/sheet').offline).toMatch(/^\/assets\/offline\./);
  expect(assets.of('portal/home').offline).toBe(undefined);
});
