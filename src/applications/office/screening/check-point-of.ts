import { type CheckPoint, RENEWALS } from '../../../rules/lifecycle/check-point.js';

/** The check point of an application as SQL over `a.state`, for lists. */
export const checkPointSql = `CASE a.state ${Object.entries(RENEWALS)
  .map(([state, point]) => `WHEN '${state}' THEN '${point}'`)
  .join(' ')} ELSE 'K1' END`;

export const renewalStates = Object.keys(RENEWALS);

/** A renewal point named in an address; null for anything else. */
export function namedPoint(value: unknown): CheckPoint | null {
  return value === 'K2' || value === 'K3' ? value : null;
}

/** Address of one application at one point. */
export function screeningPath(id: string, point: CheckPoint): string {
  return namedPoint(point) ? `/office/screening/${id}?point=${point}` : `/office/screening/${id}`;
}
