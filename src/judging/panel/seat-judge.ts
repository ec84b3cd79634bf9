import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Journal } from '../../journal/journal.js';
import { Category } from '../../programmes/category.entity.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { nextSeatNumber, seatingProblems } from '../../rules/rounds/panel-rule.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { ExpertQueries } from '../experts/expert.queries.js';
import { judgeBar } from './judge-bar.js';
import { PanelQueries, panelSeat } from './panel.queries.js';
import { lockPanel } from './lock-panel.js';
import { Seat } from './seat.entity.js';

export interface NewSeat {
  readonly categoryId: string;
  readonly expertId: string;
  readonly chair: boolean;
  readonly alternate: boolean;
  readonly reason: string;
}

/** Puts an expert on a panel by hand, with the reason on record. */
@Injectable()
export class SeatJudge {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly experts: ExpertQueries,
    private readonly panels: PanelQueries,
  ) {}

  async run(actor: Actor, programmeId: string, given: NewSeat): Promise<void> {
    return this.database.transaction(async () => {
      const category = await this.database
        .repo(Category)
        .findOneBy({ id: given.categoryId, programmeId });
      if (!category) throw missing();
      await lockPanel(this.database, category.id);
      const known = await this.database.repo(Expert).existsBy({ id: given.expertId });
      if (known) await this.database.share(Expert, given.expertId);
      const expert = await this.experts.byId(given.expertId);
      if (!expert?.active) throw new Refusal('judging.panel.expertMissing', {}, 'expertId');
      const seats = await this.panels.seatsOfCategory(category.id);
      if (seats.some((seat) => seat.expertId === expert.id)) {
        throw new Refusal('judging.panel.seatedAlready', { name: expert.name }, 'expertId');
      }
      if (!expert.categories.includes(category.code)) {
        throw new Refusal('judging.panel.otherCategory', { name: expert.name }, 'expertId');
      }
      await this.refuseForbiddenPairs(expert.accountId, programmeId, category.id);
      // A number this expert has left before belongs to that earlier record.
      const earlier = await this.database.repo(Seat).findBy({
        categoryId: category.id,
        expertId: expert.id,
      });
      const number = nextSeatNumber(
        [...seats, ...earlier].map((seat) => seat.number),
        given.alternate,
      );
      const added = {
        number,
        organisation: expert.organisation,
        division: expert.divisionCode,
        chair: given.chair && !given.alternate,
        alternate: given.alternate,
      };
      if (added.chair && seats.some((seat) => seat.chair === 1)) {
        throw new Refusal('judging.panel.chairTaken', {}, 'chair');
      }
      const [problem] = seatingProblems(seats.map(panelSeat), added);
      if (problem) throw new Refusal(problem.code, problem.variables, 'expertId');
      const seat = Object.assign(new Seat(), {
        id: newId(),
        programmeId,
        categoryId: category.id,
        number,
        expertId: expert.id,
        drawId: null,
        chair: added.chair,
        alternate: given.alternate,
        reason: given.reason,
        seatedBy: actor.accountId,
        seatedAt: this.clock.now(),
        declaredAt: null,
        vacatedAt: null,
        vacatedReason: null,
      });
      await this.database.repo(Seat).insert(seat);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'seat.fill',
        subjectType: 'seat',
        subjectId: seat.id,
        programmeId,
        details: {
          category: category.code,
          number,
          expert: expert.id,
          chair: seat.chair,
          alternate: seat.alternate,
        },
      });
    });
  }

  /** A verifier of an application here, or a recommender of this programme, is no judge of it. */
  private async refuseForbiddenPairs(accountId: string, programme: string, categoryId: string) {
    const acts = await this.panels.pastActs(accountId, programme, categoryId);
    const bar = judgeBar(acts, programme);
    if (bar) throw new Refusal(bar, {}, 'expertId');
  }
}
