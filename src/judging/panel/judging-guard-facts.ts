import { Injectable } from '@nestjs/common';
import { countAll } from '../../database/count-all.js';
import { Database } from '../../database/database.js';
import { type GuardQuestion, ProgrammeGuards } from '../../programmes/programme-guards.js';
import type { JudgingFacts } from '../../rules/guards/guard-facts.js';
import type { PanelSeat } from '../../rules/rounds/panel-rule.js';
import { RoundWorks } from '../rounds/round-work.js';
import { OPEN_PAPERS } from '../paper/paper.queries.js';
import { AnchorsOpen } from '../anchors/anchors-open.js';
import { PanelQueries, panelSeat } from './panel.queries.js';
import { quotedList } from '../../database/quoted-list.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

const counts = {
  seats: `SELECT COUNT(*) FROM seat WHERE programme_id = ? AND vacated_at IS NULL`,
  seatsByHand: `SELECT COUNT(*) FROM seat
    WHERE programme_id = ? AND vacated_at IS NULL AND draw_id IS NULL`,
  seatsWithoutReason: `SELECT COUNT(*) FROM seat
    WHERE programme_id = ? AND vacated_at IS NULL AND draw_id IS NULL AND reason = ''`,
  seatsUndeclared: `SELECT COUNT(*) FROM seat s WHERE s.programme_id = ? AND s.vacated_at IS NULL
    AND s.alternate = 0 AND s.declared_at IS NULL AND EXISTS (SELECT 1 FROM application a
      WHERE a.category_id = s.category_id AND a.state IN (${quotedList(applicationIn.beforeJudges)}))`,
  seatsUnfilled: `SELECT COUNT(*) FROM seat v JOIN programme p ON p.id = v.programme_id
    WHERE v.programme_id = ? AND v.vacated_at >= p.state_since AND v.alternate = 0
      AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.category_id = v.category_id
        AND s.number = v.number AND s.alternate = 0 AND s.vacated_at IS NULL)`,
  drawsUnrevealed: `SELECT COUNT(*) FROM draw
    WHERE programme_id = ? AND state IN (${quotedList(drawIn.underWay)})`,
  drawsUnsigned: `SELECT COUNT(*) FROM draw WHERE programme_id = ? AND state IN (${quotedList(drawIn.drawn)})
    AND (office_signed_at IS NULL OR witness_signed_at IS NULL)`,
  softConflictsOpen: `SELECT COUNT(*) FROM conflict_declaration d JOIN seat s ON s.id = d.seat_id
    WHERE s.programme_id = ? AND s.vacated_at IS NULL AND d.state IN (${quotedList(conflictIn.unsettled)})`,
  papersOpen: OPEN_PAPERS,
  sheetsBegun: `SELECT COUNT(*) FROM score_sheet s JOIN round r ON r.id = s.round_id
    WHERE r.programme_id = ? AND (s.scores <> '{}' OR s.state NOT IN (${quotedList(sheetIn.open)}))`,
} as const;

/** What the steps of a programme ask of its panels, declarations and sheets. */
@Injectable()
export class JudgingGuardFacts {
  constructor(
    private readonly database: Database,
    private readonly panels: PanelQueries,
    private readonly works: RoundWorks,
    private readonly anchors: AnchorsOpen,
    guards: ProgrammeGuards,
  ) {
    guards.supply({ judging: (question) => this.facts(question) });
  }

  private async facts({ programme, rules }: GuardQuestion): Promise<JudgingFacts> {
    const { id } = programme;
    const seats = await this.panels.seatsOfProgramme(id);
    const occupied = seats.filter(({ vacatedAt }) => vacatedAt === null);
    const panel = (categoryId: string): PanelSeat[] =>
      occupied.filter((seat) => seat.categoryId === categoryId).map(panelSeat);
    return {
      ...(await countAll(this.database, counts, id)),
      panelChangedAt: await this.panelChangedAt(id),
      panels: (await this.judgedCategories(id)).map(panel),
      rounds: rules ? await this.works.of(id) : [],
      anchorsOpen: rules ? await this.anchors.count(id, rules) : 0,
    };
  }

  private async panelChangedAt(programmeId: string): Promise<string | null> {
    const row = await this.database.row<{ seated: string | null; vacated: string | null }>(
      'SELECT MAX(seated_at) AS seated, MAX(vacated_at) AS vacated FROM seat WHERE programme_id = ?',
      [programmeId],
    );
    const times = [row?.seated, row?.vacated].filter((at) => typeof at === 'string');
    return times.toSorted().at(-1) ?? null;
  }

  /** Categories that have applications for a panel. */
  private async judgedCategories(programmeId: string): Promise<string[]> {
    const rows = await this.database.rows<{ categoryId: string }>(
      `SELECT DISTINCT category_id FROM application WHERE programme_id = ?
         AND state IN (${quotedList(applicationIn.judged)}) ORDER BY category_id`,
      [programmeId],
    );
    return rows.map(({ categoryId }) => categoryId);
  }
}
