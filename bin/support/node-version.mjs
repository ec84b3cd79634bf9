// Kept to the syntax of Node 12: this file has to run where the product cannot.
import { readFileSync } from 'fs';
import { sentence } from './messages.mjs';

/** Ends the process with a sentence when this Node is outside `engines` of package.json. */
export function requireSupportedNode() {
  const manifest = new URL('../../package.json', import.meta.url);
  const range = JSON.parse(readFileSync(manifest, 'utf8')).engines.node;
  if (satisfies(process.versions.node, range)) return;
  process.stderr.write(sentence('nodeTooOld', { version: process.versions.node, range }) + '\n');
  process.exit(1);
}

/** `range` is alternatives joined by `||`, each of `^a.b.c`, `>=a.b.c` and `<a.b.c`: what `engines` needs. */
export function satisfies(version, range) {
  const actual = numbers(version);
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .split(/ +/)
      .every((part) => {
        const bound = numbers(part);
        const difference = compare(actual, bound);
        if (part[0] === '<') return difference < 0;
        return difference >= 0 && (part[0] !== '^' || actual[0] === bound[0]);
      }),
  );
}

function numbers(version) {
  return version.match(/\d+/g).slice(0, 3).map(Number);
}

function compare(left, right) {
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] || 0) - (right[index] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
