import { StepRecord } from '../../src/programmes/step-record.entity.js';
import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { Cast } from './people.js';
import type { PhaseName } from './phase-plan.js';
import type { DemoProgramme } from './programme-rows.js';

type Attester = 'registrar' | 'supervisor' | 'approver';

const ROLES = {
  registrar: 'CityRegistrar',
  supervisor: 'Supervisor',
  approver: 'Approver',
} as const;

/** What only people can attest, in the order in which it happened. */
const RECORDS: readonly (readonly [PhaseName, string, Attester, string])[] = [
  ['Drawing', 'drawRecordSigned', 'registrar', '专家抽取记录表由在场人员签字，候补顺序一并记录。'],
  ['Drawing', 'supervisorWitnesses', 'supervisor', '本人全程在场见证抽取，种子揭示与承诺一致。'],
  ['Deliberation', 'minutesSigned', 'registrar', '评审委员会审议纪要由全体委员签字。'],
  ['Deliberation', 'cutLineSheetRead', 'registrar', '委员会已阅入围线稳健性说明。'],
  ['Approved', 'decisionRecorded', 'approver', '专题会议审定，会议纪要存档。'],
  ['Approved', 'supervisorStatementFiled', 'supervisor', '评选程序符合实施方案，未发现违规情形。'],
];

/** The attestations of the phases before `until`; all of them when it is null. */
export function addStepRecords(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  until: PhaseName | null,
): void {
  const isBefore = (phase: PhaseName) =>
    until === null || programme.phase(phase).from < programme.phase(until).from;
  for (const [state, guard, attester, text] of RECORDS.filter(([phase]) => isBefore(phase))) {
    const recordedAt = at(programme.phase(state).to, 360);
    const [recordedBy, role] = [cast[attester], ROLES[attester]];
    const programmeId = programme.id;
    city.rows.add(StepRecord, {
      id: dice.id(),
      programmeId,
      guard,
      state,
      text,
      recordedBy,
      role,
      recordedAt,
    });
    city.journal.record({
      at: recordedAt,
      actorId: recordedBy,
      actorRole: role,
      event: 'programme.record',
      subjectType: 'programme',
      subjectId: programmeId,
      programmeId,
      details: { guard, state, text: sha256Hex(text) },
    });
  }
}
