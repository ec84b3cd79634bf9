import { Injectable } from '@nestjs/common';
import { type ProgrammeEvent, programmeLifecycle } from '../rules/lifecycle/programme-lifecycle.js';
import type { OwnWords } from '../rules/lifecycle/require-move.js';
import { Refusal } from '../rules/refusal.js';
import { attestationIn } from '../rules/guards/attestations.js';
import { COUNTED_GUARDS } from '../rules/guards/counted-guards.js';
import type { Finding, ProgrammeGuard } from '../rules/guards/guard-facts.js';
import { ProgrammeGuards } from './programme-guards.js';
import { ProgrammeQueries } from './programme.queries.js';

/** The guards of a step as found, and a sentence about the first that is not met. */
@Injectable()
export class RequireStep {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly guards: ProgrammeGuards,
  ) {}

  /**
   * Asked in the transaction that takes the step, with the programme held.
   * @param byAct guards that the act itself meets, with what was found about each
   * @param words what the act says of a guard, where it can name more than a number
   * @throws Refusal that says what is missing, who registers it and where, or of kind conflict when the
   * programme has left the state in which this step is taken
   */
  async run(
    programmeId: string,
    event: ProgrammeEvent,
    byAct: Readonly<Partial<Record<ProgrammeGuard, boolean>>> = {},
    words: OwnWords = {},
  ): Promise<Readonly<Record<string, boolean>>> {
    const { state } = await this.programmes.byId(programmeId);
    const findings = await this.guards.findings(programmeId);
    const row = programmeLifecycle.rows.find(
      (one) => one.event === event && one.from.includes(state),
    );
    if (!row) {
      const variables = { lifecycle: programmeLifecycle.name, state, event };
      throw new Refusal('lifecycle.refused.event', variables, null, 'conflict');
    }
    const open = (row.guards as readonly ProgrammeGuard[]).filter(
      (guard) => !(guard in byAct) && !findings[guard].met,
    );
    const [first] = open.toSorted(
      (a, b) => rank(a, findings[a], state) - rank(b, findings[b], state),
    );
    if (first) throw words[first]?.() ?? refusal(first, findings[first], state);
    const found = Object.entries(findings).map(([guard, { met }]) => [guard, met]);
    return { ...Object.fromEntries(found), ...byAct };
  }
}

/** Work that is left comes first, then what somebody has to register, then what follows from both. */
function rank(guard: ProgrammeGuard, { open }: Finding, state: string): number {
  if (open && COUNTED_GUARDS.has(guard)) return 0;
  return attestationIn(guard, state) ? 1 : 2;
}

/** Counted things say how many are open; what people attest says who registers it. */
function refusal(guard: ProgrammeGuard, { open, named }: Finding, state: string): Refusal {
  if (open && COUNTED_GUARDS.has(guard)) {
    const names = named && { names: named.map(({ label }) => label).join(' ') };
    return new Refusal(`programmes.blocked.${guard}`, { open, ...names });
  }
  const attestation = attestationIn(guard, state);
  if (attestation) {
    return new Refusal('lifecycle.refused.attestation', {
      guard,
      roles: attestation.roles.join(' '),
    });
  }
  return new Refusal('lifecycle.refused.guard', { rule: '', guard });
}
