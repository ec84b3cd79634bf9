import { hashOf } from '../provenance/sha256-hex.js';
import type { DrawRecord } from './draw-record.js';

/**
 * The copy of a record that anybody may have: without the names of the people at the meeting, who are
 * not published, and under a hash of its own, so that it is re-checked like the signed one.
 */
export function publicDrawRecord({ recordHash: _signed, ...record }: DrawRecord): DrawRecord {
  const copy = { ...record, present: [] };
  return { ...copy, recordHash: hashOf(copy) };
}
