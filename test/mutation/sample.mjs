import { createHash } from 'node:crypto';

/**
 * A room with thousands of mutants may be judged by a part of them, drawn by lot: the same ones for the same
 * seed, and a larger share holds the smaller ones. `MUTATION_SAMPLE` is the share, 1 when left out.
 */
const SEED = 'use cases 2026';

export const share = Number(process.env.MUTATION_SAMPLE ?? 1);

/** @param start counted from 1, as the reports do */
export function isDrawn(fileName, { line, column }, replacement) {
  const source = fileName.slice(fileName.lastIndexOf('src/'));
  const text = [SEED, source, line, column, replacement].join('\n');
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32 < share;
}
