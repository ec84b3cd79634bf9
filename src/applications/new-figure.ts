import { newId } from '../database/new-id.js';

/** A claim that no office has read yet. */
export function newFigure(applicationId: string, key: string, claimed: string | null) {
  return {
    id: newId(),
    applicationId,
    key,
    claimed,
    verified: null,
    verdict: null,
    reason: null,
    verifierId: null,
    verifiedAt: null,
    secondReaderId: null,
    secondReadAt: null,
    version: 1,
  };
}
