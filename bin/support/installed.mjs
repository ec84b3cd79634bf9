import { existsSync, readdirSync } from 'node:fs';
import { inRoot, textOf } from './paths.mjs';

/**
 * npm writes `node_modules/.package-lock.json` when everything else is done, so a tree without it, or
 * with another one than the lock asks for, is half an installation.
 */
export function lockIsInstalled() {
  const lock = textOf('package-lock.json');
  const hidden = textOf('node_modules', '.package-lock.json');
  return hidden !== '' && lock !== '' && sameInstallation(lock, hidden) && packagesAreThere(true);
}

/** Every package of the lock is among the installed ones, in the same content; others do no harm. */
export function sameInstallation(lock, hidden) {
  const wanted = packagesIn(lock);
  const found = packagesIn(hidden);
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (!(path in found)) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found[path].version === entry.version && found[path].integrity === entry.integrity;
  });
}

/** What a killed `npm install` moves away, it leaves under a name like `.typeorm-Ab3dE9xZ`. */
export function isMovedAway(name) {
  return /^\.[\w.-]+-[A-Za-z0-9_]{8}$/.test(name);
}

/**
 * Cheap enough for every start; `versions` also reads each manifest. What npm lists beyond the lock is
 * not asked for: where checkouts share files, another one may have written the list.
 */
export function packagesAreThere(versions) {
  const wanted = packagesIn(textOf('package-lock.json'));
  const found = packagesIn(textOf('node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  if (foldersOfPackages().some((folder) => namesIn(folder).some(isMovedAway))) return false;
  const asked = Object.entries(found).filter(([path]) => path in wanted);
  return asked.every(([path, entry]) =>
    versions ? versionAt(path) === entry.version : existsSync(inRoot(path, 'package.json')),
  );
}

/** How many packages of the lock have arrived: whether an installation gets on. */
export function countOfPackages() {
  const paths = Object.keys(packagesIn(textOf('package-lock.json')) ?? {});
  return paths.filter((path) => path !== '' && existsSync(inRoot(path, 'package.json'))).length;
}

function packagesIn(text) {
  try {
    return JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}

function versionAt(path) {
  try {
    return JSON.parse(textOf(path, 'package.json')).version;
  } catch {
    return undefined;
  }
}

function foldersOfPackages() {
  const scopes = namesIn('node_modules').filter((name) => name.startsWith('@'));
  return ['node_modules', ...scopes.map((scope) => `node_modules/${scope}`)];
}

function namesIn(folder) {
  return existsSync(inRoot(folder)) ? readdirSync(inRoot(folder)) : [];
}
