import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import type { Role } from '../rules/lifecycle/roles.js';
import type { ProgrammeGuard } from './guard-facts.js';

export interface Attestation {
  readonly guard: ProgrammeGuard;
  readonly states: readonly ProgrammeState[];
  readonly roles: readonly Role[];
  /** The planned days of the state must be over before it may be recorded. */
  readonly afterLimit?: true;
}

/** Guards that only people can attest: who may, and while the programme is in which state. */
export const ATTESTATIONS: readonly Attestation[] = [
  {
    guard: 'divisionOpinionsSignedOrTakenOver',
    states: ['DivisionReview'],
    roles: ['CityRegistrar'],
    afterLimit: true,
  },
  { guard: 'drawRecordSigned', states: ['Drawing'], roles: ['CityRegistrar'] },
  { guard: 'supervisorWitnesses', states: ['Drawing'], roles: ['Supervisor'] },
  {
    guard: 'calibrationDone',
    states: ['MaterialReview', 'SpreadReview'],
    roles: ['CityRegistrar'],
  },
  {
    guard: 'noSpreadFlagOpen',
    states: ['MaterialReview', 'SpreadReview'],
    roles: ['CityRegistrar'],
  },
  {
    guard: 'paperAndScreenReconciled',
    states: ['Defence'],
    roles: ['Tabulator', 'CityRegistrar'],
  },
  { guard: 'minutesSigned', states: ['Deliberation'], roles: ['CityRegistrar'] },
  { guard: 'cutLineSheetRead', states: ['Deliberation'], roles: ['CityRegistrar'] },
  { guard: 'decisionRecorded', states: ['Approved'], roles: ['Approver'] },
  { guard: 'supervisorStatementFiled', states: ['Approved'], roles: ['Supervisor'] },
  { guard: 'archivePackageVerified', states: ['InForce'], roles: ['CityRegistrar'] },
];
