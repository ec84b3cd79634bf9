import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { checkSupply } from '../../rules/draw/check-supply.js';
import { carriedOver } from '../../rules/draw/draw-panel.js';
import { Refusal, conflict } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { lockPanel } from '../panel/lock-panel.js';
import { Draw } from './draw.entity.js';
import { UnstaffedFlags } from '../rounds/unstaffed-flags.js';
import { NextInLine } from './next-in-line.js';
import { membersOf } from './seat-drawn.js';
import { refuseOtherPhase, takeDraw } from './take-draw.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';

/**
 * R6: no alternate can take a vacated seat, or score an application again; then seats and alternates
 * are drawn again from the same frozen list.
 */
@Injectable()
export class Redraw {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly nextInLine: NextInLine,
    private readonly unstaffed: UnstaffedFlags,
  ) {}

  async run(actor: Actor, drawId: string): Promise<string> {
    return this.database.transaction(async () => {
      const previous = await takeDraw(this.database, drawId, 'sign');
      const { programmeId, categoryId } = previous;
      await refuseOtherPhase(this.database, programmeId, true);
      await lockPanel(this.database, categoryId);
      const number = await this.numberOf(previous);
      await this.refuseShortList(previous);
      const draw = Object.assign(new Draw(), {
        id: newId(),
        programmeId,
        categoryId,
        number,
        state: 'Frozen' as const,
        previousId: previous.id,
        terms: previous.terms,
        exclusions: previous.exclusions,
        begunBy: actor.accountId,
        begunAt: this.clock.now(),
        candidates: previous.candidates,
        groupNames: previous.groupNames,
        listHash: previous.listHash,
        frozenBy: previous.frozenBy,
        frozenAt: previous.frozenAt,
      });
      await this.database.repo(Draw).insert(draw);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'draw.redraw',
        subjectType: 'draw',
        subjectId: draw.id,
        programmeId,
        details: { previous: previous.id, number, listHash: draw.listHash },
      });
      return draw.id;
    });
  }

  /** Told here and not only at the meeting: the list may hold too few besides those drawn before. */
  private async refuseShortList({ record, categoryId }: Draw): Promise<void> {
    const members = await membersOf(this.database, categoryId);
    const seated = members.map(({ number, expertId }) => ({ seat: number, expert: expertId }));
    checkSupply(record!, carriedOver(record!, seated));
  }

  /** @returns the number of the redraw */
  private async numberOf({ programmeId, categoryId, number, record }: Draw): Promise<number> {
    const draws = await this.database.repo(Draw).findBy({ categoryId });
    if (draws.some((one) => one.number > number && !drawIn.voided.has(one.state))) {
      throw conflict('judging.draw.alreadyBegun');
    }
    const members = await membersOf(this.database, categoryId);
    if (members.length >= record!.terms.panelSize) {
      const waiting = await this.unstaffed.of(programmeId, categoryId);
      if (waiting === 0) throw new Refusal('judging.draw.noVacancy');
    } else {
      const next = await this.nextInLine.of(categoryId);
      if (next.seat) throw new Refusal('judging.draw.alternateLeft');
    }
    return draws.reduce((most, one) => Math.max(most, one.number), 0) + 1;
  }
}
