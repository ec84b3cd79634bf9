// The rules of the program themselves, put together for a browser.
import { parseBundle } from '../../../src/rules/provenance/build-bundle.ts';
import { recompute } from '../../../src/rules/provenance/recompute.ts';

/** @returns the recomputation of a bundle's text, or the key of what is wrong with it as a file */
export function compute(text) {
  try {
    return { recomputation: recompute(parseBundle(text)), refused: null };
  } catch (error) {
    return { recomputation: null, refused: error.code ?? String(error) };
  }
}
