import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import type { RoundRow } from '../../programmes/programme.queries.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { assignedPlaces } from '../assignments/assigned-places.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { ReserveRounds } from '../draws/reserve-rounds.js';
import { Seat } from '../panel/seat.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';

interface JudgesLeft {
  /** In the order in which they are asked. */
  readonly ready: readonly Seat[];
  /** Alternates who have not declared yet: they may turn out free. */
  readonly undeclared: readonly Seat[];
}

/** Who could still score an application again. */
@Injectable()
export class FreeJudges {
  constructor(
    private readonly database: Database,
    private readonly reserves: ReserveRounds,
  ) {}

  /**
   * Alternates in order, those kept for this round by lot first; where judges are assigned, then the
   * members with the least to do.
   * @param given the sheets of the round, with those about to be issued; read here when left out
   */
  async of(
    { id: roundId, categoryId, kind }: Pick<RoundRow, 'id' | 'categoryId' | 'kind'>,
    applicationId: string,
    given?: readonly Pick<ScoreSheet, 'applicationId' | 'seatId'>[],
  ): Promise<JudgesLeft> {
    const existing = given ?? (await this.database.repo(ScoreSheet).findBy({ roundId }));
    const had = new Set(
      existing.filter((sheet) => sheet.applicationId === applicationId).map(({ seatId }) => seatId),
    );
    const assigned = await assignedPlaces(this.database, roundId);
    const all = await this.database.repo(Seat).findBy({ categoryId });
    const seats = all.filter(
      ({ id, alternate, vacatedAt }) => !vacatedAt && !had.has(id) && (alternate || assigned),
    );
    const load = (id: string) => existing.filter(({ seatId }) => seatId === id).length;
    const kept = await this.reserves.ofCategory(categoryId);
    const away = ({ expertId }: Seat) => Number((kept.get(expertId) ?? kind) !== kind);
    const answers = await this.database.repo(ConflictDeclaration).findBy({ applicationId });
    const ready = seats
      .filter(({ id, declaredAt }) => {
        const state = answers.find(({ seatId }) => seatId === id)?.state;
        return declaredAt && conflictIn.mayJudge.has(state);
      })
      .toSorted((a, b) =>
        a.alternate || b.alternate
          ? Number(b.alternate) - Number(a.alternate) || away(a) - away(b) || a.number - b.number
          : load(a.id) - load(b.id) || a.number - b.number,
      );
    return { ready, undeclared: seats.filter(({ declaredAt }) => !declaredAt) };
  }
}
