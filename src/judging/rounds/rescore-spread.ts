import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { ProgrammeQueries, type RoundRow } from '../../programmes/programme.queries.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { AdvanceProgramme } from './advance-programme.js';
import { IssueSheets } from '../sheets/issue-sheets.js';
import { PanelQueries } from '../panel/panel.queries.js';
import type { Seat } from '../panel/seat.entity.js';
import { FreezeFlags } from './freeze-flags.js';
import { FreeJudges } from './free-judges.js';
import { holdOpen } from './round-gate.js';
import { RoundQueries } from './round.queries.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { SpreadQueries } from './spread.queries.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
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
    private readonly freeze: FreezeFlags,
  ) {}

  /**
   * One, several or all flagged applications at once, each beside the others: which are flagged stands
   * since the first pass was signed. All that were chosen, or none.
   */
  async run(actor: Actor, roundId: string, chosen: readonly string[]): Promise<void> {
    return this.database.transaction(async () => {
      await lockRound(this.database, roundId);
      const { programmeId, kind } = await this.rounds.byId(roundId);
      const due = await this.advance.beforeRescore(programmeId, kind);
      const held = await holdOpen(this.database, roundId);
      const round = (await this.programmes.rounds(programmeId)).find(({ id }) => id === roundId)!;
      const applicationIds = [...new Set(chosen)].toSorted();
      if (applicationIds.length === 0) throw new Refusal('judging.round.noneChosen');
      const results = await this.spread.results(round);
      const open = new Set(
        results?.filter(({ flag }) => flag === 'open').map(({ applicationId }) => applicationId),
      );
      if (!applicationIds.every((id) => open.has(id))) {
        throw new Refusal('judging.round.noFlag', {}, null, 'conflict');
      }
      const { rules } = await this.programmes.rules(programmeId);
      await this.freeze.run(held);
      const added = await this.addedJudges(round, applicationIds, rules.spread.addedJudges);
      const seats = [...new Map(added.flatMap((one) => one.seats).map((seat) => [seat.id, seat]))];
      const pairs = added.flatMap(({ applicationId, seats: own }) =>
        own.map(({ id }) => ({ seatId: id, applicationId })),
      );
      const existing = await this.database.repo(ScoreSheet).findBy({ roundId });
      await this.sheets.issue(
        held,
        seats.map(([, seat]) => seat),
        pairs,
        existing,
        true,
      );
      const told = (await this.panels.seatsOfCategory(held.categoryId)).filter(({ id }) =>
        seats.some(([seatId]) => seatId === id),
      );
      await this.advance.take(actor, programmeId, due);
      for (const { applicationId, seats: own } of added) {
        await this.journal.record({
          actorId: actor.accountId,
          actorRole: 'CityRegistrar',
          event: 'round.rescore',
          subjectType: 'application',
          subjectId: applicationId,
          programmeId,
          details: { round: roundId, seats: own.map(({ number }) => number) },
        });
      }
      await this.notify.accounts(
        told.map(({ accountId }) => accountId),
        { kind: 'judgingOpen', variables: { closesOn: round.closesOn }, path: '/judging' },
      );
    });
  }

  /** Who scores each of them again; where members do, the load of one counts for the next. */
  private async addedJudges(
    round: RoundRow,
    applicationIds: readonly string[],
    count: number,
  ): Promise<{ applicationId: string; seats: readonly Seat[] }[]> {
    const existing = await this.database.repo(ScoreSheet).findBy({ roundId: round.id });
    const extra = existing.filter(({ added: again, state }) => again && !sheetIn.voided.has(state));
    const sheets: Pick<ScoreSheet, 'applicationId' | 'seatId'>[] = [...existing];
    const added = [];
    for (const applicationId of applicationIds) {
      const { ready } = await this.free.of(round, applicationId, sheets);
      const missing = count - extra.filter((one) => one.applicationId === applicationId).length;
      const seats = ready.slice(0, missing);
      if (seats.length < missing)
        throw new Refusal('judging.round.noAlternate', { count: missing });
      added.push({ applicationId, seats });
      sheets.push(...seats.map(({ id }) => ({ applicationId, seatId: id })));
    }
    return added;
  }
}
