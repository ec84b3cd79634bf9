export const PROGRAMME_STATES = [
  'Preparing',
  'Announced',
  'Open',
  'DivisionReview',
  'Screening',
  'Verification',
  'Drawing',
  'RecusalDeclaration',
  'MaterialReview',
  'SpreadReview',
  'Defence',
  'ScoresLocked',
  'Deliberation',
  'Proposed',
  'Publicity',
  'ObjectionHandling',
  'Approved',
  'Published',
  'Conferred',
  'InForce',
  'Archived',
  'Cancelled',
] as const;

export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** Filed away or called off: nothing of it can be changed any more. */
export function isOver(state: string): boolean {
  return state === 'Archived' || state === 'Cancelled';
}
