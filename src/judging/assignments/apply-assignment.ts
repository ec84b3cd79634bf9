import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundRow } from '../../programmes/programme.queries.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';
import { conflict } from '../../rules/refusal.js';
import { PANEL_MINIMUM } from '../../rules/rounds/panel-rule.js';
import type { Actor } from '../../web/actor.js';
import type { AssignmentMode } from './assignment.entity.js';
import { AssignmentPreviews } from './assignment-previews.js';
import { type Decided, PutInForce } from './put-in-force.js';
import type { RoundState } from './round-facts.js';

export interface AssignmentDecision {
  readonly mode: AssignmentMode;
  /** What the office saw: the id of the calculation, or the hash of the whole panel's preview. */
  readonly preview: string;
  readonly reason: string;
}

/** Puts a previewed assignment in force, whole or not at all. */
@Injectable()
export class ApplyAssignment {
  constructor(
    private readonly database: Database,
    private readonly previews: AssignmentPreviews,
    private readonly putInForce: PutInForce,
  ) {}

  /** @throws Refusal when panel, relations, applications or sheets have changed since the preview */
  async run(
    actor: Actor,
    round: RoundRow,
    { mode, preview, reason }: AssignmentDecision,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const held = await this.putInForce.hold(round);
      const decided =
        mode === 'wholePanel'
          ? this.wholePanel(held.state, preview)
          : await this.planned(held.state, preview);
      const details = { seed: decided.seed };
      await this.putInForce.run(actor, held, decided, {
        event: 'assignment.apply',
        reason,
        details,
      });
    });
  }

  private wholePanel(state: RoundState, preview: string): Decided {
    if (wholePanelHash(state) !== preview) throw conflict('assignment.round.stale');
    return {
      mode: 'wholePanel',
      perApplication: null,
      seed: null,
      problem: null,
      plan: null,
      problemHash: null,
      planHash: null,
      pairs: state.wholePanel(),
      fewest: PANEL_MINIMUM,
    };
  }

  private async planned(state: RoundState, preview: string): Promise<Decided> {
    const found = await this.previews.of(state, preview);
    if (!found?.plan || found.stale) throw conflict('assignment.round.stale');
    const { problem, plan, pairs } = found;
    return {
      mode: 'perApplication',
      perApplication: problem.perEntry,
      seed: String(problem.seed),
      problem,
      plan,
      problemHash: hashOf(problem),
      planHash: hashOf(plan),
      pairs,
      fewest: problem.perEntry,
    };
  }
}

/** What the office saw when it chose the whole panel. */
export function wholePanelHash({ wholePanel, present, inForce }: RoundState): string {
  return hashOf({ wholePanel: wholePanel(), present, number: inForce?.number ?? 0 });
}
