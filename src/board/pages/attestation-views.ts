import type { ProgrammeRow } from '../../programmes/programme.queries.js';
import { ATTESTATIONS } from '../../rules/guards/attestations.js';
import type { Findings } from '../../rules/guards/guard-rules.js';
import { holds } from '../../web/actor.js';
import type { PageContext } from '../../web/page-context.js';

export interface AttestationView {
  readonly guard: string;
  readonly label: string;
  readonly hint: string;
}

/** Facts that this reader may attest in the present state and that are still missing. */
export function attestationViews(
  { state }: ProgrammeRow,
  findings: Findings,
  { t, actor }: PageContext,
): readonly AttestationView[] {
  return ATTESTATIONS.filter(
    ({ guard, states, roles }) =>
      states.has(state) && holds(actor, ...roles) && !findings[guard].met,
  ).map(({ guard }) => ({
    guard,
    label: t(`programmes.fact.${guard}`),
    hint: t(`programmes.attest.${guard}`),
  }));
}
