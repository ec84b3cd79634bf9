import { Injectable } from '@nestjs/common';
import { MoveProgramme } from '../../programmes/move-programme.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { RequireStep } from '../../programmes/require-step.js';
import { type RoundWork, RoundWorks } from './round-work.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import type { ProgrammeEvent } from '../../rules/lifecycle/programme-lifecycle.js';
import type { OwnWords } from '../../rules/lifecycle/require-move.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { roundEvent } from './round-event.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { StateGroup } from '../../rules/lifecycle/state-group.js';

/** A step that an act in a round's room brings with it, every guard found to be met. */
export interface DueStep {
  readonly event: ProgrammeEvent;
  readonly guards: Readonly<Record<string, boolean>>;
}

/**
 * The steps of judging (P08–P11) are taken with the act that makes them true: opening a round, having
 * an application scored again, closing the last round. Asked before the act's transaction, because
 * guards read committed rows.
 */
@Injectable()
export class AdvanceProgramme {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly works: RoundWorks,
    private readonly requireStep: RequireStep,
    private readonly move: MoveProgramme,
  ) {}

  /** @throws Refusal in words while something of the earlier round is unfinished or unrecorded */
  async beforeOpening(
    programmeId: string,
    kind: RoundKind,
    words: OwnWords = {},
  ): Promise<DueStep | null> {
    const { state } = await this.programmes.byId(programmeId);
    const work = await this.works.of(programmeId);
    if (kind === 'defence' && !programmeIn.defence.has(state)) {
      refuseUnfinished(work.filter(({ round }) => round.kind === 'material'));
    }
    const due = await this.due(programmeId, roundEvent(state, kind, 'open', work), words);
    if (!due && !openStates[kind].has(state))
      throw overtaken('judging.round.notNow', 'programme', state);
    return due;
  }

  /** Nothing moves while another category still signs its sheets: until then flags wait. */
  async beforeRescore(programmeId: string, kind: RoundKind): Promise<DueStep | null> {
    return this.dueIn(programmeId, kind, 'rescore');
  }

  async beforeClosing(programmeId: string, kind: RoundKind): Promise<DueStep | null> {
    return this.dueIn(programmeId, kind, 'close');
  }

  /** In the caller's transaction. */
  async take(actor: Actor, programmeId: string, due: DueStep | null): Promise<void> {
    if (!due) return;
    const actorId = actor.accountId;
    await this.move.run({ programmeId, actorId, role: 'CityRegistrar', ...due });
  }

  private async dueIn(programmeId: string, kind: RoundKind, act: 'rescore' | 'close') {
    const { state } = await this.programmes.byId(programmeId);
    const work = await this.works.of(programmeId);
    return this.due(programmeId, roundEvent(state, kind, act, work));
  }

  private async due(
    programmeId: string,
    event: ProgrammeEvent | null,
    words: OwnWords = {},
  ): Promise<DueStep | null> {
    return event && { event, guards: await this.requireStep.run(programmeId, event, {}, words) };
  }
}

/** States in which a further round may open without a step of the programme. */
const openStates: Readonly<Record<RoundKind, StateGroup<string>>> = {
  material: programmeIn.materialReview,
  defence: programmeIn.defence,
};

export function refuseUnfinished(work: readonly RoundWork[]): void {
  for (const { round, sheets, unsigned, openFlags } of work) {
    const { kind, categoryZh, categoryEn } = round;
    const variables = { kind, categoryZh, categoryEn };
    if (sheets === 0) throw new Refusal('judging.round.notIssued', variables);
    if (unsigned) throw new Refusal('judging.round.unsigned', { ...variables, count: unsigned });
    if (openFlags) throw new Refusal('judging.round.flagged', { ...variables, count: openFlags });
  }
}
