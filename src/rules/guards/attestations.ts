import type { ProgrammeState } from '../lifecycle/programme-states.js';
import type { Role } from '../lifecycle/roles.js';
import type { AttestedFact, ProgrammeGuard } from './guard-facts.js';
import { programmeIn } from '../lifecycle/programme-groups.js';
import type { StateGroup } from '../lifecycle/state-group.js';

export interface Attestation {
  readonly guard: ProgrammeGuard;
  readonly states: StateGroup<ProgrammeState>;
  readonly roles: readonly Role[];
  /** Holds only in the state in which it was recorded. */
  readonly thisState?: true;
  /** Speaks of the panel as it was: a seat given or vacated afterwards asks for it again. */
  readonly ofPanel?: true;
}

/** Guards that only people can attest: who may, and while the programme is in which state. */
export const ATTESTATIONS: readonly Attestation[] = [
  {
    guard: 'drawRecordSigned',
    states: programmeIn.drawing,
    roles: ['CityRegistrar'],
    ofPanel: true,
  },
  {
    guard: 'supervisorWitnesses',
    states: programmeIn.drawing,
    roles: ['Supervisor'],
    thisState: true,
    ofPanel: true,
  },
  { guard: 'archivePackageVerified', states: programmeIn.inForce, roles: ['CityRegistrar'] },
];

/** Who registers a guard while the programme is in a state; none where it is found in another way. */
export function attestationIn(guard: ProgrammeGuard, state: string): Attestation | undefined {
  return ATTESTATIONS.find((one) => one.guard === guard && one.states.has(state));
}

/**
 * What people registered, as far as it still holds: in this state, for this panel, where that matters.
 * @param panelChangedAt when a seat was last given or vacated, or null before the first
 */
export function heldAttestations(
  records: readonly AttestedFact[],
  state: string,
  panelChangedAt: string | null,
): ReadonlySet<string> {
  const holding = records.filter((record) => {
    const about = ATTESTATIONS.find(({ guard }) => guard === record.guard);
    if (about?.thisState && record.state !== state) return false;
    const stale = record.recordedAt < (panelChangedAt ?? '');
    return !(about?.ofPanel && programmeIn.drawing.has(state) && stale);
  });
  return new Set(holding.map(({ guard }) => guard));
}
