import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { stop } from './messages.mjs';
import { root } from './paths.mjs';

/** A stamp says what was finished. It is written last and whole, and removed before the next try. */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

export function writeStamp(file, text) {
  try {
    // Renamed into place: another checkout may share the old file, and half a stamp must not exist.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    // In a tree that is complete and read-only there is nothing to note.
    if (!['EROFS', 'EACCES', 'EPERM'].includes(error.code)) throw error;
  }
}

export function removeStamp(file) {
  rmSync(file, { force: true });
}

/** Ends with a sentence where this account may not write into one of the folders. */
export function requireWritable(...folders) {
  for (const folder of [root, ...folders].filter((one) => existsSync(one))) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      stop('notWritable', { folder });
    }
  }
}
