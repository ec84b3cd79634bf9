import { type ProgrammeEvent, programmeLifecycle } from '../lifecycle/programme-lifecycle.js';
import type { ProgrammeState } from '../lifecycle/programme-states.js';
import type { Actor, Role } from '../lifecycle/roles.js';
import type { Finding, ProgrammeGuard } from './guard-facts.js';
import { GUARD_WORK } from './guard-work.js';

/** An act that somebody in the office is next with. */
export interface WaitingAct {
  readonly does: { readonly step: ProgrammeEvent } | { readonly guard: ProgrammeGuard };
  readonly owners: readonly Role[];
  readonly chased: boolean;
  /** How many are open, where they can be counted. */
  readonly open: number | null;
}

type ProgrammeRow = (typeof programmeLifecycle.rows)[number];
type Findings = Readonly<Record<ProgrammeGuard, Finding>>;

/** The facts alone decide which of two ways is open; nobody works on these. */
const FORKS: ReadonlySet<ProgrammeGuard> = new Set([
  'spreadFlagOpen',
  'defenceHasWeight',
  'defenceHasNoWeight',
  'acceptedObjectionOpen',
  'noAcceptedObjectionOpen',
]);

/** What the step itself brings about. */
const BY_STEP: Readonly<Partial<Record<ProgrammeEvent, readonly ProgrammeGuard[]>>> = {
  announce: ['ruleVersionFrozen'],
};

/**
 * What a programme waits for, from the guards of the steps that lead on: the step itself when all of
 * them hold, otherwise the work that is left. Only time is nobody's act.
 */
export function waitingActs(state: ProgrammeState, findings: Findings): readonly WaitingAct[] {
  const ways = programmeLifecycle.rows.filter((row) => leadsOn(row, state, findings));
  const ready = ways.filter((row) => openGuards(row, findings).length === 0);
  const steps = ready.map(asStep).filter(({ owners }) => owners.length > 0);
  // A step that leads nowhere else, the review of a year, stands beside what the others wait for.
  if (ready.some((row) => !row.from.includes(row.to))) return steps;
  const work = ways.flatMap((row) => openWork(row, findings));
  const once = work.filter((one, at) => work.findIndex((other) => sameGuard(one, other)) === at);
  return [...steps, ...once];
}

function leadsOn(row: ProgrammeRow, state: ProgrammeState, findings: Findings): boolean {
  return (
    row.from.includes(state) &&
    row.event !== 'terminate' &&
    guardsOf(row).every((guard) => !FORKS.has(guard) || findings[guard].met)
  );
}

function asStep(row: ProgrammeRow): WaitingAct {
  const owners = row.actors.filter(inOffice);
  return { does: { step: row.event }, owners, chased: false, open: null };
}

function openWork(row: ProgrammeRow, findings: Findings): readonly WaitingAct[] {
  const open = openGuards(row, findings);
  const left = open.filter(
    (guard) => !(GUARD_WORK[guard]?.thenWaits && findings[guard].open === 0),
  );
  return left.flatMap((guard) => {
    const work = GUARD_WORK[guard];
    if (!work || work.after?.some((before) => left.includes(before))) return [];
    const owners = work.owners === 'step' ? row.actors.filter(inOffice) : work.owners;
    const { open: count } = findings[guard];
    return [{ does: { guard }, owners, chased: work.chased ?? false, open: count }];
  });
}

function openGuards(row: ProgrammeRow, findings: Findings): readonly ProgrammeGuard[] {
  const bySelf = BY_STEP[row.event] ?? [];
  return guardsOf(row).filter((guard) => !findings[guard].met && !bySelf.includes(guard));
}

function guardsOf(row: ProgrammeRow): readonly ProgrammeGuard[] {
  return row.guards as readonly ProgrammeGuard[];
}

/** The clock acts by itself; chairs and committees act through the registrar. */
function inOffice(actor: Actor): actor is Role {
  return !['System', 'Chair', 'ReviewCommittee', 'DivisionApprover', 'AuditAdmin'].includes(actor);
}

function sameGuard(one: WaitingAct, other: WaitingAct): boolean {
  return 'guard' in one.does && 'guard' in other.does && one.does.guard === other.does.guard;
}
