import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { defenceDayOf } from '../../rules/hall/defence-day.js';
import type { DefenceOrderRecord } from '../../rules/hall/defence-order.js';
import {
  type ClockPhase,
  overtimeSeconds,
  phaseOf,
  spokenMilliseconds,
} from '../../rules/hall/hall-clock.js';
import { waitingTurns } from '../../rules/hall/hall-queue.js';
import { HallQueries } from './hall.queries.js';
import { queued } from './next-turn.js';
import { RevealQueries, type ShownReveal } from './reveal.queries.js';

/** What a clock says at an instant of the server. */
export interface ClockReading {
  readonly phase: ClockPhase;
  readonly spokenMilliseconds: number;
  readonly limitSeconds: number;
  readonly overtimeSeconds: number;
}

/** What anybody may see of a defence: numbers and a clock, no name, no reason. A score only when the chair has shown it. */
export interface BoardState {
  /** Place of whoever is on; null when all have been heard. */
  readonly place: number | null;
  readonly next: number | null;
  readonly heard: number;
  readonly total: number;
  readonly clock: ClockReading;
  /** Which reveal hangs there; its points stand on the page alone. */
  readonly reveal: string | null;
}

/** The board as its page shows it. */
export interface Board extends Omit<BoardState, 'reveal'> {
  readonly reveal: ShownReveal | null;
}

export interface BoardHead {
  readonly roundId: string;
  readonly programmeName: string;
  readonly programmeId: string;
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface PublicOrder extends BoardHead {
  readonly number: number;
  readonly listHash: string;
  readonly commitment: string;
  readonly committedAt: string;
  readonly witnessedAt: string | null;
  readonly record: DefenceOrderRecord | null;
}

const head = `r.id AS round_id, p.name AS programme_name, p.id AS programme_id, p.slug, c.name_zh, c.name_en`;

/** Reads for strangers in the hall and outside. No column with a name or a text of the office is read here. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly hall: HallQueries,
    private readonly reveals: RevealQueries,
    private readonly clock: Clock,
  ) {}

  /** Null for what is no defence, and before its order is drawn. */
  async head(roundId: string): Promise<BoardHead | null> {
    const row = await this.database.row<BoardHead>(
      `SELECT ${head} FROM round r JOIN category c ON c.id = r.category_id
       JOIN programme p ON p.id = r.programme_id
       WHERE r.id = ? AND r.kind = 'defence'
         AND EXISTS (SELECT 1 FROM defence_order o WHERE o.round_id = r.id AND o.record IS NOT NULL)`,
      [roundId],
    );
    return row ?? null;
  }

  async state(of: BoardHead): Promise<BoardState> {
    const { reveal, ...state } = await this.board(of);
    return { ...state, reveal: reveal && reveal.id };
  }

  async board({ roundId, programmeId }: BoardHead): Promise<Board> {
    const [{ rules }, turns] = await Promise.all([
      this.programmes.rules(programmeId),
      this.hall.turns(roundId),
    ]);
    const all = queued(turns);
    const [on, next] = waitingTurns(all);
    const { minutes, reveal: reveals } = defenceDayOf(rules);
    const acts = on?.turn.acts ?? [];
    const spoken = spokenMilliseconds(acts, this.clock.now());
    return {
      place: on?.place ?? null,
      next: next?.place ?? null,
      heard: all.filter(({ finished }) => finished).length,
      total: all.length,
      clock: {
        phase: phaseOf(acts),
        spokenMilliseconds: spoken,
        limitSeconds: minutes * 60,
        overtimeSeconds: overtimeSeconds(spoken, minutes),
      },
      reveal: reveals ? await this.reveals.shown(roundId, rules) : null,
    };
  }

  /** The order that holds of each round in which somebody committed to one. */
  async orders(programmeId: string): Promise<PublicOrder[]> {
    const rows = await this.database.rows<Omit<PublicOrder, 'record'> & { record: string | null }>(
      `SELECT ${head}, o.number, o.list_hash, o.commitment, o.committed_at, o.witnessed_at, o.record
       FROM defence_order o JOIN round r ON r.id = o.round_id
       JOIN category c ON c.id = r.category_id JOIN programme p ON p.id = r.programme_id
       WHERE r.programme_id = ?
         AND o.number = (SELECT MAX(l.number) FROM defence_order l WHERE l.round_id = o.round_id)
       ORDER BY c.position, r.id`,
      [programmeId],
    );
    return rows.map(({ record, ...row }) => ({
      ...row,
      record: record === null ? null : (JSON.parse(record) as DefenceOrderRecord),
    }));
  }
}
