import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { quotedList } from '../../database/quoted-list.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import type { RoundState } from '../../rules/lifecycle/round-lifecycle.js';
import { sheetIn } from '../../rules/lifecycle/score-sheet-groups.js';
import type { ScoreSheetState } from '../../rules/lifecycle/score-sheet-lifecycle.js';
import { OPEN_PAPER, type PaperStage, paperStage } from '../../rules/rounds/paper-keyings.js';

/** A sheet of a round as the office sees it: whose seat, which application, how far its paper is. */
export interface PaperRow {
  readonly id: string;
  readonly roundId: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly kind: RoundKind;
  readonly roundState: RoundState;
  readonly blind: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly seat: number;
  readonly judgingNumber: string | null;
  readonly merchantName: string;
  readonly signed: boolean;
  /** Null for a sheet that is scored on a device. */
  readonly stage: PaperStage | null;
  readonly issuedAt: string | null;
  readonly scanId: string | null;
  readonly settledAt: string | null;
  readonly settledName: string | null;
  readonly settledNote: string | null;
  /** Whether the reader keyed it. */
  readonly own: boolean;
}

/** Who keyed a sheet and when; what was keyed only for that person, and for all after the lock. */
export interface KeyingRow {
  readonly accountId: string;
  readonly name: string;
  readonly keyedAt: string;
  readonly scores: Readonly<Record<string, number>> | null;
  readonly comments: Readonly<Record<string, string>> | null;
  readonly dissent: string | null;
}

export interface PaperWork {
  readonly roundId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Sheets that wait for a keying by this person. */
  readonly toKey: number;
  /** Keyed differently by two others. */
  readonly toSettle: number;
  /** Signed on the device, with a paper still out. */
  readonly toTakeBack: number;
}

type Stored = Omit<PaperRow, 'signed' | 'stage' | 'own'> & {
  readonly state: ScoreSheetState;
  readonly paperId: string | null;
  readonly keyings: number;
  readonly ownKeyings: number;
};

/** Papers of rounds, without a point on them. */
@Injectable()
export class PaperQueries {
  constructor(private readonly database: Database) {}

  /** Every valid sheet of a round, by application and seat. */
  async ofRound(roundId: string, accountId: string): Promise<PaperRow[]> {
    return this.select('r.id = ?', [accountId, roundId]);
  }

  async one(sheetId: string, accountId: string): Promise<PaperRow | null> {
    const [row = null] = await this.select('sh.id = ?', [accountId, sheetId]);
    return row;
  }

  /** The keyings of a sheet in their order, with what this reader may see of them. */
  async keyings(sheetId: string, accountId: string): Promise<KeyingRow[]> {
    const rows = await this.database.rows<{
      accountId: string;
      name: string;
      keyedAt: string;
      locked: number;
      scores: string;
      comments: string;
      dissent: string | null;
    }>(
      `SELECT k.account_id, q.person_name AS name, k.keyed_at, k.scores, k.comments, k.dissent,
              CASE WHEN r.state IN (${quotedList(roundIn.locked)}) THEN 1 ELSE 0 END AS locked
       FROM paper_keying k
       JOIN paper_sheet p ON p.id = k.paper_sheet_id AND p.withdrawn_at IS NULL
       JOIN score_sheet sh ON sh.id = p.score_sheet_id
       JOIN round r ON r.id = sh.round_id
       JOIN account q ON q.id = k.account_id
       WHERE sh.id = ? ORDER BY k.keyed_at, k.id`,
      [sheetId],
    );
    return rows.map(({ accountId: by, name, keyedAt, locked, scores, comments, dissent }) => {
      const shown = locked === 1 || by === accountId;
      return {
        accountId: by,
        name,
        keyedAt,
        scores: shown ? (JSON.parse(scores) as Record<string, number>) : null,
        comments: shown ? (JSON.parse(comments) as Record<string, string>) : null,
        dissent: shown ? dissent : null,
      };
    });
  }

  /** What two people keyed differently, for the third who decides: no other field, and only these two. */
  async apart(sheetId: string): Promise<readonly ApartReading[]> {
    const rows = await this.database.rows<{
      scores: string;
      comments: string;
      dissent: string | null;
    }>(
      `SELECT k.scores, k.comments, k.dissent FROM paper_keying k
       JOIN paper_sheet p ON p.id = k.paper_sheet_id
         AND p.withdrawn_at IS NULL AND p.settled_at IS NULL
       WHERE p.score_sheet_id = ? ORDER BY k.keyed_at, k.id`,
      [sheetId],
    );
    return rows.map(({ scores, comments, dissent }) => ({
      scores: JSON.parse(scores) as Record<string, number>,
      comments: JSON.parse(comments) as Record<string, string>,
      dissent,
    }));
  }

  /** Per round that is open, what one person can do about its papers. */
  async waitingFor(programmeId: string, accountId: string): Promise<PaperWork[]> {
    const where = `r.programme_id = ? AND r.state IN (${quotedList(roundIn.open)}) AND p.id IS NOT NULL`;
    const rows = await this.select(where, [accountId, programmeId]);
    return [...new Set(rows.map(({ roundId }) => roundId))].flatMap((roundId) => {
      const own = rows.filter((row) => row.roundId === roundId && row.stage !== null);
      const open = own.filter(({ stage }) => OPEN_PAPER.has(stage!));
      const count = (...stages: PaperStage[]) =>
        open.filter((row) => !row.own && stages.includes(row.stage!)).length;
      const { nameZh, nameEn } = own[0]!;
      const work = {
        toKey: count('toKey', 'once'),
        toSettle: count('apart'),
        toTakeBack: open.filter(({ stage }) => stage === 'onDevice').length,
      };
      return open.length ? [{ roundId, nameZh, nameEn, ...work }] : [];
    });
  }

  private async select(where: string, values: readonly string[]): Promise<PaperRow[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT sh.id, sh.round_id, r.programme_id, g.name AS programme_name, r.kind,
              r.state AS round_state, r.blind, c.code, c.name_zh, c.name_en, s.number AS seat,
              a.judging_number, m.name AS merchant_name, sh.state, p.id AS paper_id, p.issued_at,
              p.scan_id, p.settled_at, q.person_name AS settled_name, p.settled_note,
              (SELECT COUNT(*) FROM paper_keying k WHERE k.paper_sheet_id = p.id) AS keyings,
              (SELECT COUNT(*) FROM paper_keying k WHERE k.paper_sheet_id = p.id
                AND k.account_id = ?) AS own_keyings
       FROM score_sheet sh
       JOIN seat s ON s.id = sh.seat_id
       JOIN round r ON r.id = sh.round_id
       JOIN programme g ON g.id = r.programme_id
       JOIN category c ON c.id = r.category_id
       JOIN application a ON a.id = sh.application_id
       JOIN merchant m ON m.id = a.merchant_id
       LEFT JOIN paper_sheet p ON p.score_sheet_id = sh.id AND p.withdrawn_at IS NULL
       LEFT JOIN account q ON q.id = p.settled_by
       WHERE ${where} AND sh.state NOT IN (${quotedList(sheetIn.voided)})
         AND a.state NOT IN (${quotedList(applicationIn.left)})
       ORDER BY r.id, a.judging_number, a.id, s.number, sh.id`,
      values,
    );
    return rows.map(({ state, paperId, keyings, ownKeyings, ...row }) => ({
      ...row,
      signed: sheetIn.signed.has(state),
      stage: paperStage({
        state,
        onPaper: paperId !== null,
        keyings: Number(keyings),
        settled: row.settledAt !== null,
      }),
      own: Number(ownKeyings) > 0,
    }));
  }
}

export interface ApartReading {
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly dissent: string | null;
}

/** Papers of a programme that somebody still has to key, compare or take back; over `?` = its id. */
export const OPEN_PAPERS = `SELECT COUNT(*) FROM paper_sheet p
  JOIN score_sheet sh ON sh.id = p.score_sheet_id
  JOIN round r ON r.id = sh.round_id
  JOIN application a ON a.id = sh.application_id
  WHERE r.programme_id = ? AND p.withdrawn_at IS NULL AND p.settled_at IS NULL
    AND sh.state NOT IN (${quotedList(sheetIn.voided)})
    AND a.state NOT IN (${quotedList(applicationIn.left)})`;
