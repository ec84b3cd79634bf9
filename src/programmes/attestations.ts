import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import type { Role } from '../rules/lifecycle/roles.js';
import type { ProgrammeGuard } from './guard-facts.js';

export interface Attestation {
  readonly guard: ProgrammeGuard;
  readonly states: readonly ProgrammeState[];
  readonly roles: readonly Role[];
  /** The planned days of the state must be over before it may be recorded. */
  readonly afterLimit?: true;
  /** Holds only in the state in which it was recorded. */
  readonly thisState?: true;
  /** Speaks of the panel as it was: a seat given or vacated afterwards asks for it again. */
  readonly ofPanel?: true;
}

/** Guards that only people can attest: who may, and while the programme is in which state. */
export const ATTESTATIONS: readonly Attestation[] = [
  {
    guard: 'divisionOpinionsSignedOrTakenOver',
    states: ['DivisionReview'],
    roles: ['CityRegistrar'],
    afterLimit: true,
  },
  { guard: 'drawRecordSigned', states: ['Drawing'], roles: ['CityRegistrar'], ofPanel: true },
  {
    guard: 'supervisorWitnesses',
    states: ['Drawing'],
    roles: ['Supervisor'],
    thisState: true,
    ofPanel: true,
  },
  {
    guard: 'calibrationDone',
    states: ['MaterialReview', 'SpreadReview'],
    roles: ['CityRegistrar'],
  },
  {
    guard: 'paperAndScreenReconciled',
    states: ['Defence'],
    roles: ['Tabulator', 'CityRegistrar'],
  },
  { guard: 'archivePackageVerified', states: ['InForce'], roles: ['CityRegistrar'] },
];

/** Who registers a guard while the programme is in a state; none where it is found in another way. */
export function attestationIn(guard: ProgrammeGuard, state: string): Attestation | undefined {
  return ATTESTATIONS.find(
    (one) => one.guard === guard && one.states.includes(state as ProgrammeState),
  );
}
