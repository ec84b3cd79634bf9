import type { DueWork } from './due-work.js';
import { objectionIn } from './lifecycle/objection-groups.js';
import type { ObjectionState } from './lifecycle/objection-lifecycle.js';
import type { ProgrammeState } from './lifecycle/programme-states.js';

/** What somebody outside waits for within a term of the rule book, and what judges have left lying. */
export interface TermFacts {
  readonly objections: readonly {
    readonly id: string;
    readonly subject: string;
    readonly state: ObjectionState;
    readonly acceptBy: string | null;
    readonly decideBy: string | null;
  }[];
  readonly statements: readonly Answerable[];
  readonly reexaminations: readonly Answerable[];
  /** Sheets of one judge in one round that are open after its last day. */
  readonly lateSheets: readonly {
    readonly roundId: string;
    readonly judgeName: string;
    readonly closesOn: string;
  }[];
}

interface Answerable {
  readonly subject: string;
  readonly answerDueOn: string;
}

export type TermWorkKind =
  'acceptObjection' | 'decideObjection' | 'answerStatement' | 'answerReexamination' | 'signSheets';
type Work = DueWork<TermWorkKind>;

/** The step that the office owes an objection next; null where it owes none. */
export function objectionTerm(state: ObjectionState) {
  if (objectionIn.received.has(state)) {
    return { kind: 'acceptObjection', owner: 'CityRegistrar', day: 'acceptBy' } as const;
  }
  if (objectionIn.open.has(state)) {
    return { kind: 'decideObjection', owner: 'Approver', day: 'decideBy' } as const;
  }
  return null;
}

/** Who is next with each of them, and by when. */
export function termWork(facts: TermFacts): readonly Work[] {
  const registrar = { owner: 'CityRegistrar' } as const;
  return [
    ...facts.objections.flatMap((one): readonly Work[] => {
      const term = objectionTerm(one.state);
      if (!term) return [];
      const { kind, owner, day } = term;
      const href = `/office/objections/${one.id}`;
      return [{ kind, owner, dueOn: one[day], subject: one.subject, href }];
    }),
    ...facts.statements.map(({ subject, answerDueOn: dueOn }): Work => {
      return { ...registrar, kind: 'answerStatement', dueOn, subject, href: '/office/statements' };
    }),
    ...facts.reexaminations.map(({ subject, answerDueOn: dueOn }): Work => {
      const href = '/office/re-examinations';
      return { ...registrar, kind: 'answerReexamination', dueOn, subject, href };
    }),
    ...facts.lateSheets.map(({ roundId, judgeName, closesOn }): Work => {
      const href = `/office/rounds/${roundId}`;
      return { kind: 'signSheets', owner: 'Judge', dueOn: closesOn, subject: judgeName, href };
    }),
  ];
}

/** Counted work of the office that belongs to phases. */
const PHASES_OF_WORK: Readonly<Record<string, readonly ProgrammeState[]>> = {
  conflicts: ['RecusalDeclaration'],
  screenings: ['Screening'],
  verifications: ['Verification'],
  unsignedSheets: ['MaterialReview', 'SpreadReview', 'Defence'],
};

/** Whether the last day of the present phase is the last day of this work. */
export function endsWithPhase(work: string, phase: ProgrammeState): boolean {
  return PHASES_OF_WORK[work]?.includes(phase) ?? false;
}
