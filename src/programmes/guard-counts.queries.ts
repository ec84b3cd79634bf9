import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { RecordedCheck } from '../rules/eligibility/recorded-check.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';
import { drawIn } from '../rules/lifecycle/draw-states.js';
import { lockIn } from '../rules/lifecycle/record-states.js';
import { objectionIn } from '../rules/lifecycle/objection-groups.js';
import { titleIn } from '../rules/lifecycle/title-groups.js';
import { sheetIn } from '../rules/lifecycle/score-sheet-groups.js';
import { listIn } from '../rules/lifecycle/record-states.js';
import { quotedList } from '../database/quoted-list.js';
import { conflictIn } from '../rules/lifecycle/conflict-states.js';

/** Facts counted for the guards of a programme's steps; every SQL takes the programme's id once. */
const counts = {
  divisionPending: `SELECT COUNT(*) FROM application a WHERE a.programme_id = ? AND
    (a.state IN (${quotedList(applicationIn.awaitsOpinion)}) OR (a.state IN (${quotedList(applicationIn.correcting)}) AND EXISTS (
      SELECT 1 FROM correction_request q WHERE q.application_id = a.id
        AND q.stage = 'division' AND q.answered_at IS NULL)))`,
  screeningPending: `SELECT COUNT(*) FROM application a WHERE a.programme_id = ? AND
    (a.state IN (${quotedList(applicationIn.awaitsScreening)}) OR (a.state IN (${quotedList(applicationIn.correcting)}) AND EXISTS (
      SELECT 1 FROM correction_request q WHERE q.application_id = a.id
        AND q.stage = 'screening' AND q.answered_at IS NULL))
    OR EXISTS (SELECT 1 FROM screening_statement s
      WHERE s.application_id = a.id AND s.outcome IS NULL))`,
  verificationPending: `SELECT COUNT(*) FROM application
    WHERE programme_id = ? AND state IN (${quotedList(applicationIn.inVerification)})`,
  figuresWithoutVerdict: `SELECT COUNT(*) FROM figure f JOIN application a ON a.id = f.application_id
    WHERE a.programme_id = ? AND a.state IN (${quotedList(applicationIn.onVerificationList)})
      AND f.claimed IS NOT NULL AND f.verdict IS NULL`,
  figuresWithoutSecondReading: `SELECT COUNT(*) FROM figure f
    JOIN application a ON a.id = f.application_id WHERE a.programme_id = ?
      AND a.state IN (${quotedList(applicationIn.onVerificationList)}) AND f.verdict IS NOT NULL
      AND f.verifier_id IS NOT NULL AND f.second_reader_id IS NULL`,
  seatsWithoutReason: `SELECT COUNT(*) FROM seat
    WHERE programme_id = ? AND vacated_at IS NULL AND draw_id IS NULL AND reason = ''`,
  seatsByHand: `SELECT COUNT(*) FROM seat
    WHERE programme_id = ? AND vacated_at IS NULL AND draw_id IS NULL`,
  drawsUnrevealed: `SELECT COUNT(*) FROM draw
    WHERE programme_id = ? AND state IN (${quotedList(drawIn.underWay)})`,
  drawsUnsigned: `SELECT COUNT(*) FROM draw WHERE programme_id = ? AND state IN (${quotedList(drawIn.drawn)})
    AND (office_signed_at IS NULL OR witness_signed_at IS NULL)`,
  seats: `SELECT COUNT(*) FROM seat WHERE programme_id = ? AND vacated_at IS NULL`,
  seatsUndeclared: `SELECT COUNT(*) FROM seat s WHERE s.programme_id = ? AND s.vacated_at IS NULL
    AND s.alternate = 0 AND s.declared_at IS NULL AND EXISTS (SELECT 1 FROM application a
      WHERE a.category_id = s.category_id AND a.state IN (${quotedList(applicationIn.beforeJudges)}))`,
  softConflictsOpen: `SELECT COUNT(*) FROM conflict_declaration d JOIN seat s ON s.id = d.seat_id
    WHERE s.programme_id = ? AND s.vacated_at IS NULL AND d.state IN (${quotedList(conflictIn.awaitingOffice)})`,
  seatsUnfilled: `SELECT COUNT(*) FROM seat v JOIN programme p ON p.id = v.programme_id
    WHERE v.programme_id = ? AND v.vacated_at >= p.state_since AND v.alternate = 0 AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.category_id = v.category_id
      AND s.number = v.number AND s.alternate = 0 AND s.vacated_at IS NULL)`,
  categoriesInReview: `SELECT COUNT(DISTINCT category_id) FROM application WHERE programme_id = ?
    AND state IN (${quotedList(applicationIn.inStandings)})`,
  categoriesLocked: locks(''),
  locksConfirmed: locks('AND second_by IS NOT NULL AND second_by <> first_by'),
  locksWitnessed: locks('AND witnessed_by IS NOT NULL'),
  applicationsInStanding: `SELECT COUNT(*) FROM standing t JOIN standing_lock l ON l.id = t.lock_id
    WHERE l.programme_id = ? AND l.state NOT IN (${quotedList(lockIn.superseded)})`,
  applicationsToRank: `SELECT COUNT(*) FROM application
    WHERE programme_id = ? AND state IN (${quotedList(applicationIn.inStandings)})`,
  tiesOpen: `SELECT COUNT(*) FROM standing t JOIN standing_lock l ON l.id = t.lock_id
    JOIN application a ON a.id = t.application_id AND a.state IN (${quotedList(applicationIn.ranked)})
    WHERE l.programme_id = ? AND l.state NOT IN (${quotedList(lockIn.superseded)}) AND t.outcome LIKE 'undecided%'`,
  proposedLists: lists('proposed', ''),
  proposedListsWithStatement: lists('proposed', `AND supervisor_statement IS NOT NULL`),
  proposedListsWithMinutes: lists('proposed', `AND COALESCE(minutes, '') <> ''`),
  awardLists: lists('award', ''),
  awardListsWithMinutes: lists('award', `AND COALESCE(minutes, '') <> ''`),
  awardListsNumbered: lists('award', 'AND document_number IS NOT NULL'),
  awardListsConfirmed: lists(
    'award',
    'AND confirmed_by IS NOT NULL AND confirmed_by <> prepared_by',
  ),
  callNotices: `SELECT COUNT(*) FROM notice WHERE programme_id = ? AND kind = 'call'`,
  objectionsReceived: objections(`o.state IN (${quotedList(objectionIn.received)})`),
  objectionsOpen: objections(`o.state IN (${quotedList(objectionIn.open)})`),
  objectionsOpenWithoutHold: objections(`(o.state IN (${quotedList(objectionIn.awaitsReply)})
    OR (o.state IN (${quotedList(objectionIn.open)}) AND NOT EXISTS (
      SELECT 1 FROM hold h WHERE h.objection_id = o.id AND h.ended_at IS NULL)))`),
  selectedWithoutTitle: `SELECT COUNT(*) FROM application a WHERE a.programme_id = ?
    AND a.state IN (${quotedList(applicationIn.selected)}) AND NOT EXISTS (SELECT 1 FROM title t WHERE t.application_id = a.id)`,
  titles: `SELECT COUNT(*) FROM title WHERE programme_id = ?`,
  titlesUnderReview: `SELECT COUNT(*) FROM title
    WHERE programme_id = ? AND state IN (${quotedList(titleIn.inYearlyReview)})`,
  titlesInForce: `SELECT COUNT(*) FROM title
    WHERE programme_id = ? AND state IN (${quotedList(titleIn.alive)})`,
  sheetsBegun: `SELECT COUNT(*) FROM score_sheet s JOIN round r ON r.id = s.round_id
    WHERE r.programme_id = ? AND (s.scores <> '{}' OR s.state NOT IN (${quotedList(sheetIn.open)}))`,
  legalBasesApproved: `SELECT COUNT(*) FROM legal_basis
    WHERE programme_id = ? AND approved_by IS NOT NULL AND approved_by <> prepared_by`,
} as const;

export type GuardCounts = Readonly<Record<keyof typeof counts, number>>;

/** What the guards of a programme count over, in one statement, whatever the number of rows. */
@Injectable()
export class GuardCountQueries {
  constructor(private readonly database: Database) {}

  async of(programmeId: string): Promise<GuardCounts> {
    const columns = Object.entries(counts).map(([name, sql]) => `(${sql}) AS ${snake(name)}`);
    const values = columns.map(() => programmeId);
    return (await this.database.row<GuardCounts>(`SELECT ${columns.join(',\n')}`, values))!;
  }

  /** Categories that have applications for a panel, with each occupied seat; a seat of none is left out. */
  panelSeats(programmeId: string): Promise<PanelSeatRow[]> {
    return this.database.rows<PanelSeatRow>(
      `SELECT c.code, s.number, s.chair, s.alternate, e.organisation, e.division_code AS division
       FROM category c LEFT JOIN seat s ON s.category_id = c.id AND s.vacated_at IS NULL
       LEFT JOIN expert e ON e.id = s.expert_id
       WHERE c.programme_id = ? AND EXISTS (SELECT 1 FROM application a
         WHERE a.category_id = c.id AND a.state IN (${quotedList(applicationIn.judged)}))
       ORDER BY c.position, c.id, s.number, s.id`,
      [programmeId],
    );
  }

  /** When a seat was last given or vacated, or null before the first. */
  async panelChangedAt(programmeId: string): Promise<string | null> {
    const row = await this.database.row<{ seated: string | null; vacated: string | null }>(
      'SELECT MAX(seated_at) AS seated, MAX(vacated_at) AS vacated FROM seat WHERE programme_id = ?',
      [programmeId],
    );
    return [row?.seated ?? null, row?.vacated ?? null].reduce((last, at) =>
      at !== null && (last === null || at > last) ? at : last,
    );
  }

  /** Applications in a state, with how many veto rules were tested on each at a check point. */
  vetoChecks(
    programmeId: string,
    checkPoint: string,
    state: string,
  ): Promise<{ id: string; rules: number }[]> {
    return this.database.rows(
      `SELECT a.id, COUNT(DISTINCT v.rule) AS rules FROM application a
       LEFT JOIN veto_check v ON v.application_id = a.id AND v.check_point = ?
       WHERE a.programme_id = ? AND a.state = ? GROUP BY a.id ORDER BY a.id`,
      [checkPoint, programmeId, state],
    );
  }

  /** Every check at a check point of the applications in a state, oldest first. */
  recordedChecks(
    programmeId: string,
    checkPoint: string,
    state: string,
  ): Promise<(RecordedCheck & { id: string })[]> {
    return this.database.rows(
      `SELECT a.id, v.rule, v.as_of, v.result, v.note, v.checker_id, v.second_reader_id
       FROM application a JOIN veto_check v ON v.application_id = a.id AND v.check_point = ?
       WHERE a.programme_id = ? AND a.state = ? ORDER BY v.as_of, v.checked_at, v.id`,
      [checkPoint, programmeId, state],
    );
  }

  /** Division and role of everyone who can act in a county office now. */
  divisionDuties(): Promise<{ divisionCode: string; role: string; accountId: string }[]> {
    return this.database.rows(
      `SELECT DISTINCT d.division_code, d.role, d.account_id FROM duty d
       JOIN account a ON a.id = d.account_id AND a.disabled_at IS NULL
       WHERE d.ended_at IS NULL AND d.role IN ('DivisionReviewer', 'DivisionApprover')
         AND d.division_code IS NOT NULL`,
    );
  }

  /** Last day of the newest public notice of a list, or null before there is one. */
  async noticeEnd(programmeId: string): Promise<string | null> {
    const row = await this.database.row<{ lastDay: string | null }>(
      `SELECT last_day FROM notice WHERE programme_id = ? AND kind = 'publicity'
       ORDER BY posted_at, id LIMIT 1`,
      [programmeId],
    );
    return row?.lastDay ?? null;
  }
}

export interface PanelSeatRow {
  readonly code: string;
  /** Null when nobody sits on the panel of the category. */
  readonly number: number | null;
  readonly chair: number | null;
  readonly alternate: number | null;
  readonly organisation: string | null;
  readonly division: string | null;
}

function locks(condition: string): string {
  return `SELECT COUNT(DISTINCT category_id) FROM standing_lock
    WHERE programme_id = ? AND state NOT IN (${quotedList(lockIn.superseded)}) ${condition}`;
}

function lists(kind: string, condition: string): string {
  return `SELECT COUNT(*) FROM award_list
    WHERE programme_id = ? AND kind = '${kind}' AND state NOT IN (${quotedList(listIn.superseded)}) ${condition}`;
}

function objections(condition: string): string {
  return `SELECT COUNT(*) FROM objection o JOIN notice n ON n.id = o.notice_id
    WHERE n.programme_id = ? AND ${condition}`;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
