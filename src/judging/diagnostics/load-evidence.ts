import { Injectable } from '@nestjs/common';
import type { ApplicationAnswers } from '../../applications/application.entity.js';
import { groupBy } from '../../applications/group-by.js';
import { Database } from '../../database/database.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import type { RoundEvidence } from '../../rules/diagnostics/examine-judges.js';
import type { ScoreSheetEvidence } from '../../rules/diagnostics/score-sheet-evidence.js';
import { shownCharacters } from '../../rules/rounds/shown-characters.js';
import { roundSheet } from '../../rules/rounds/round-sheet.js';
import type { Indicator } from '../../rules/scoring/indicator.js';
import type { LockedRound } from './diagnostics.queries.js';
import { type ApplicantTies, type JudgeTies, tiesOf } from './ties-of.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import { quotedList } from '../../database/quoted-list.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';

/** Characters a minute; a fast reader of Chinese takes in some 600, so this is no reading. */
const FASTEST = 1500;

interface SheetRow {
  readonly id: string;
  readonly seatId: string;
  readonly applicationId: string;
  readonly position: number;
  readonly scores: string;
  readonly total: number;
  readonly firstOpenedAt: string | null;
  readonly completedAt: string | null;
}

/** What the diagnostics of a locked round rest on, as it is stored; a fixed number of queries. */
@Injectable()
export class LoadEvidence {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Null where no sheet was signed. */
  async run(round: LockedRound): Promise<RoundEvidence | null> {
    const [{ rules }, sheets, judges, applicants] = await Promise.all([
      this.programmes.rules(round.programmeId),
      this.sheets(round.id),
      this.judges(round.categoryId),
      this.applicants(round.categoryId),
    ]);
    const scored = roundSheet(rules, round.categoryCode, round.kind);
    if (!scored || sheets.length === 0) return null;
    const blind = round.blind === 1;
    const characters = new Map(
      applicants.map(({ id, answers }) => [
        id,
        shownCharacters(JSON.parse(answers) as ApplicationAnswers, scored.indicators, blind),
      ]),
    );
    const orders = ordersOf(sheets);
    const seat = new Map(judges.map((one) => [one.id, one]));
    const applicant = new Map(applicants.map((one) => [one.id, one]));
    return {
      lockedAt: round.lockedAt,
      options: { fastestCharactersPerMinute: FASTEST },
      sheets: sheets.map((sheet) => ({
        ...evidenceOf(sheet, scored.indicators),
        order: orders.get(sheet.id),
        documentCharacters: characters.get(sheet.applicationId),
        ties: tiesOf(seat.get(sheet.seatId)!, applicant.get(sheet.applicationId)!),
      })),
    };
  }

  private sheets(roundId: string): Promise<SheetRow[]> {
    return this.database.rows<SheetRow>(
      `SELECT id, seat_id, application_id, position, scores, total, first_opened_at, completed_at
       FROM score_sheet WHERE round_id = ? AND state IN (${quotedList(sheetIn.signed)}) ORDER BY id`,
      [roundId],
    );
  }

  private async judges(categoryId: string): Promise<(JudgeTies & { id: string })[]> {
    const [seats, declared] = await Promise.all([
      this.database.rows<Omit<JudgeTies, 'declared'> & { id: string }>(
        `SELECT s.id, e.organisation, e.division_code FROM seat s
         JOIN expert e ON e.id = s.expert_id WHERE s.category_id = ? ORDER BY s.id`,
        [categoryId],
      ),
      this.database.rows<{ seatId: string; applicationId: string }>(
        `SELECT d.seat_id, d.application_id FROM conflict_declaration d
         JOIN seat s ON s.id = d.seat_id
         WHERE s.category_id = ? AND d.state IN (${quotedList(conflictIn.cleared)}) ORDER BY d.id`,
        [categoryId],
      ),
    ]);
    return seats.map((seat) => ({
      ...seat,
      declared: declared
        .filter(({ seatId }) => seatId === seat.id)
        .map(({ applicationId }) => applicationId),
    }));
  }

  private async applicants(categoryId: string): Promise<(ApplicantTies & { answers: string })[]> {
    const [applications, related] = await Promise.all([
      this.database.rows<Omit<ApplicantTies, 'related'> & { answers: string; merchantId: string }>(
        `SELECT a.id, a.merchant_id, a.division_code, a.answers, m.name AS merchant_name
         FROM application a JOIN merchant m ON m.id = a.merchant_id
         WHERE a.category_id = ? ORDER BY a.id`,
        [categoryId],
      ),
      this.database.rows<{ merchantId: string; name: string }>(
        `SELECT DISTINCT r.merchant_id, r.name FROM related_merchant r
         JOIN application a ON a.merchant_id = r.merchant_id
         WHERE a.category_id = ? ORDER BY r.merchant_id, r.name`,
        [categoryId],
      ),
    ]);
    const names = groupBy(related, ({ merchantId }) => merchantId);
    return applications.map((one) => ({
      ...one,
      related: (names.get(one.merchantId) ?? []).map(({ name }) => name),
    }));
  }
}

function evidenceOf(sheet: SheetRow, indicators: readonly Indicator[]): ScoreSheetEvidence {
  const scores = JSON.parse(sheet.scores) as Record<string, number>;
  return {
    id: sheet.id,
    judge: sheet.seatId,
    entry: sheet.applicationId,
    total: sheet.total / 100,
    indicators: indicators.map(({ code, weight }) => ({ score: scores[code] ?? 0, weight })),
    readingSeconds: secondsBetween(sheet.firstOpenedAt, sheet.completedAt),
  };
}

/** From the first opening to the first complete set of scores: never less than the reading took. */
function secondsBetween(from: string | null, to: string | null): number | undefined {
  if (from === null || to === null) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}

/** Sheet → place in its judge's order of scoring, from 1; none where no time was kept. */
function ordersOf(sheets: readonly SheetRow[]): ReadonlyMap<string, number> {
  const timed = sheets.filter(({ completedAt }) => completedAt !== null);
  const bySeat = groupBy(timed, ({ seatId }) => seatId);
  return new Map(
    [...bySeat.values()].flatMap((own) =>
      own
        .toSorted((a, b) => compare(a.completedAt!, b.completedAt!) || a.position - b.position)
        .map(({ id }, at) => [id, at + 1] as const),
    ),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
