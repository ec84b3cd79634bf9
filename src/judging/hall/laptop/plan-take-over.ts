import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { type HallDay, readHallDay } from '../../../rules/hall/hall-day.js';
import {
  type HallLine,
  type ResultProblem,
  problem,
  readHallResult,
} from '../../../rules/hall/hall-result.js';
import { takeOverProblems } from '../../../rules/hall/take-over.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { HallQueries, type TurnRow } from '../hall.queries.js';
import { HallFileQueries } from './hall-file.queries.js';

/** What taking a result over would do, line by line, and what keeps it from being taken over. */
export interface TakeOverPlan {
  /** SHA-256 of the result as it was brought. */
  readonly hash: string;
  readonly problems: readonly ResultProblem[];
  /** The hall file that it belongs to; null where it names none of this round. */
  readonly file: { readonly id: string; readonly number: number; readonly day: HallDay } | null;
  readonly lines: readonly HallLine[];
  /** Turns of the order that holds. Lines of whoever has left since are passed over. */
  readonly turns: readonly TurnRow[];
}

@Injectable()
export class PlanTakeOver {
  constructor(
    private readonly files: HallFileQueries,
    private readonly hall: HallQueries,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string, content: string): Promise<TakeOverPlan> {
    const rows = await this.files.ofRound(roundId);
    const read = readHallResult(content, (id) => {
      const row = rows.find((one) => one.id === id);
      return row && { ...row, taken: row.takenAt !== null };
    });
    const turns = await this.hall.turns(roundId);
    const row = rows.find(({ id }) => id === read.result?.file);
    const lines = read.result?.lines ?? [];
    const plan = { hash: sha256Hex(content), turns, lines, file: null };
    if (!row) return { ...plan, problems: read.problems };
    const { day } = readHallDay((await this.files.content(roundId, row.id))!);
    const file = { id: row.id, number: row.number, day };
    if (read.problems.length) return { ...plan, file, problems: read.problems };
    const order = await this.hall.order(roundId);
    if (order?.record?.recordHash !== day.order.recordHash) {
      return { ...plan, file, problems: [problem('otherOrder')] };
    }
    return { ...plan, file, problems: takeOverProblems(lines, day, turns, this.clock.now()) };
  }
}
