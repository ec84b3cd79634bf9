import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.module.js';
import { Database } from '../../../database/database.js';
import { Sealer } from '../../../database/sealed.js';
import type { Attendance } from '../../../rules/hall/attendance.js';
import type { ClockActKind } from '../../../rules/hall/hall-clock.js';
import type { HallFact } from '../../../rules/hall/hall-result.js';

interface CameRow {
  readonly place: number;
  readonly attendance: Attendance;
  readonly again: number;
  readonly speakerSealed: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** On the laptop: all that was done there, as its result tells it. */
@Injectable()
export class HallFactsQueries {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** In order of time; who came before what they did at the same instant. */
  async ofRound(roundId: string): Promise<HallFact[]> {
    const came = await this.database.rows<CameRow>(
      `SELECT t.place, t.attendance, t.again, t.speaker_sealed, t.note,
              t.attendance_by AS "by", t.attendance_at AS at
       FROM defence_turn t JOIN defence_order o ON o.id = t.order_id
       WHERE o.round_id = ? AND t.attendance IS NOT NULL ORDER BY t.place`,
      [roundId],
    );
    const acts = await this.database.rows<{
      place: number;
      kind: ClockActKind;
      reason: string | null;
      by: string;
      at: string;
    }>(
      `SELECT t.place, k.kind, COALESCE(k.reason, l.reason) AS reason, k.by_id AS "by", k.at
       FROM clock_act k JOIN defence_turn t ON t.id = k.turn_id
       JOIN defence_order o ON o.id = t.order_id
       LEFT JOIN late_clock_entry l ON l.id = k.late_entry_id
       WHERE o.round_id = ? AND (l.accepted IS NULL OR l.accepted = 1)
       ORDER BY k.at, t.place, k.number`,
      [roundId],
    );
    const facts: HallFact[] = [
      ...came.map(({ place, by, at, attendance, again, speakerSealed, note }) => ({
        at,
        place,
        kind: 'attendance' as const,
        by,
        reason: null,
        came: {
          attendance,
          again: again === 1,
          speaker: speakerSealed === null ? null : this.sealer.open(speakerSealed),
          note,
        },
      })),
      ...acts.map(({ place, kind, reason, by, at }) => ({
        at,
        place,
        kind,
        by,
        reason,
        came: null,
      })),
    ];
    return facts.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  }
}
