import { hashOf } from '../../rules/provenance/sha256-hex.js';

/** What a place in a lock is, apart from the working that follows from the inputs. */
export interface Place {
  readonly applicationId: string;
  readonly standing: number;
  /** Millionths of a point. */
  readonly compositeMillionths: number;
}

/** Hash of all places of one lock; the order of rows does not enter it. */
export function placesHash(places: readonly Place[]): string {
  const rows = places.map(({ applicationId, standing, compositeMillionths }) => ({
    applicationId,
    standing,
    compositeMillionths,
  }));
  return hashOf(rows.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1)));
}
