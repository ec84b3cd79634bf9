import { hashOf } from '../../rules/provenance/sha256-hex.js';

/** What a place in a lock is, apart from the working that follows from the inputs. */
export interface Place {
  readonly applicationId: string;
  readonly standing: number;
  /** Millionths of a point. */
  readonly compositeMillionths: number;
}

/**
 * One hash of all that a lock holds; the order of its rows does not enter it. The journal shows it
 * before the lock, so it always covers the inputs: a hash of a few places alone could be guessed.
 */
export function contentHash(lock: {
  readonly inputs: unknown;
  readonly result: unknown;
  readonly places: readonly Place[];
}): string {
  const places = lock.places.map(({ applicationId, standing, compositeMillionths }) => ({
    applicationId,
    standing,
    compositeMillionths,
  }));
  return hashOf({
    inputs: lock.inputs,
    result: lock.result,
    places: places.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1)),
  });
}
