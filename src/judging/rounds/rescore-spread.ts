import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { AdvanceProgramme } from './advance-programme.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { PanelQueries } from '../panel/panel.queries.js';
import { FreeJudges } from './free-judges.js';
import { holdOpen } from './round-gate.js';
import { RoundQueries } from './round.queries.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { SpreadQueries } from './spread.queries.js';
import { lockRound } from './lock-round.js';

/** Extra judges for an application whose scores lie too far apart; the first scores stay (rubrics §8.1). */
@Injectable()
export class RescoreSpread {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly programmes: ProgrammeQueries,
    private readonly rounds: RoundQueries,
    private readonly advance: AdvanceProgramme,
    private readonly panels: PanelQueries,
    private readonly spread: SpreadQueries,
    private readonly free: FreeJudges,
    private readonly sheets: IssueSheets,
  ) {}

  async run(actor: Actor, roundId: string, applicationId: string): Promise<void> {
    return this.database.transaction(async () => {
      await lockRound(this.database, roundId);
      const { programmeId, kind } = await this.rounds.byId(roundId);
      const due = await this.advance.beforeRescore(programmeId, kind);
      const held = await holdOpen(this.database, roundId);
      const { categoryId } = held;
      const round = (await this.programmes.rounds(programmeId)).find(({ id }) => id === roundId)!;
      const results = await this.spread.results(round);
      const own = results?.find((one) => one.applicationId === applicationId);
      if (own?.flag !== 'open') throw new Refusal('judging.round.noFlag', {}, null, 'conflict');
      const { rules } = await this.programmes.rules(programmeId);
      const existing = await this.database.repo(ScoreSheet).findBy({ roundId });
      const { ready } = await this.free.of(round, applicationId);
      const extra = ready.slice(0, rules.spread.addedJudges);
      if (extra.length < rules.spread.addedJudges) {
        throw new Refusal('judging.round.noAlternate', { count: rules.spread.addedJudges });
      }
      const pairs = extra.map(({ id }) => ({ seatId: id, applicationId }));
      await this.sheets.issue(held, extra, pairs, existing);
      const seats = (await this.panels.seatsOfCategory(categoryId)).filter(({ id }) =>
        extra.some((seat) => seat.id === id),
      );
      await this.advance.take(actor, programmeId, due);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
        event: 'round.rescore',
        subjectType: 'application',
        subjectId: applicationId,
        programmeId,
        details: { round: roundId, seats: extra.map(({ number }) => number) },
      });
      await this.notify.accounts(
        seats.map(({ accountId }) => accountId),
        { kind: 'judgingOpen', variables: { closesOn: round.closesOn }, path: '/judging' },
      );
    });
  }
}
