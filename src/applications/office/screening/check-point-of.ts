import type { ApplicationState } from '../../../rules/lifecycle/application-states.js';
import type { CheckPoint } from '../../veto-check.entity.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';

/** States in which the sources are asked again: from the review to the proposal, and before the list is final. */
const renewals: Partial<Record<ApplicationState, CheckPoint>> = {
  InReview: 'K2',
  ScoreLocked: 'K2',
  Proposed: 'K2',
  InPublicity: 'K3',
  UnderObjection: 'K3',
  Selected: 'K3',
};

/** The check point an application stands at: the screening itself, or a renewed credit query. */
export function checkPointOf(state: string): CheckPoint {
  return renewals[state as ApplicationState] ?? 'K1';
}

export function awaitsRenewal(state: string): boolean {
  return state in renewals;
}

/** The same as SQL over `a.state`, for lists. */
export const checkPointSql = `CASE ${Object.entries(renewals)
  .map(([state, point]) => `WHEN a.state = '${state}' THEN '${point}'`)
  .join(' ')} ELSE 'K1' END`;

export const renewalStates = Object.keys(renewals);

/** Queries are renewed before publicity until the list stands, and before conferment after that. */
export function renewalPoint(programmeState: string): CheckPoint {
  return programmeIn.deliberating.has(programmeState) || programmeIn.proposed.has(programmeState)
    ? 'K2'
    : 'K3';
}

/** A renewal point named in an address; null for anything else. */
export function namedPoint(value: unknown): CheckPoint | null {
  return value === 'K2' || value === 'K3' ? value : null;
}

/** Address of one application at one point. */
export function screeningPath(id: string, point: CheckPoint): string {
  return namedPoint(point) ? `/office/screening/${id}?point=${point}` : `/office/screening/${id}`;
}
