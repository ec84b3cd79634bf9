import { checkpointText } from '../rules/provenance/checkpoint.js';

/** What a LEFT JOIN of `checkpoint` gives a paper that has one or none. */
export interface SentCheckpoint {
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly signature: string | null;
}

/** As it is printed on the paper. */
export function sentCheckpointText({ sequence, hash, signature }: SentCheckpoint): string | null {
  if (sequence === null || hash === null || signature === null) return null;
  return checkpointText({ sequence, hash, signature });
}
