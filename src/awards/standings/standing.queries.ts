import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { groupBy } from '../../applications/group-by.js';
import type { Snapshot, SnapshotShop } from '../../applications/office/file/snapshot.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import type { Working } from '../../rules/provenance/working.js';
import type { CategoryInputs, LockedCategory } from '../../rules/provenance/results-bundle.js';
import { missing } from '../../rules/refusal.js';
import type { StandingSummary } from './standing.entity.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { SentCheckpoint } from '../../journal/sent-checkpoint.js';
import { lockIn } from '../../rules/lifecycle/record-states.js';
import { quotedList } from '../../database/quoted-list.js';

export interface LockRow extends SentCheckpoint {
  readonly id: string;
  readonly programmeId: string;
  readonly categoryId: string;
  readonly number: number;
  readonly state: 'Proposed' | 'Locked' | 'Superseded';
  readonly inputHash: string;
  readonly spreadNote: string | null;
  readonly firstBy: string;
  readonly firstName: string;
  readonly firstAt: string;
  readonly secondBy: string | null;
  readonly secondName: string | null;
  readonly secondAt: string | null;
  readonly witnessedBy: string | null;
  readonly witnessName: string | null;
  readonly witnessedAt: string | null;
}

export interface StandingRow extends StandingSummary {
  readonly applicationId: string;
  readonly standing: number;
  readonly shared: number;
  readonly outcome: 'proposed' | 'notProposed' | 'undecided';
}

/** Reads of locked standings. The ranking is read, never computed again. */
@Injectable()
export class StandingQueries {
  constructor(private readonly database: Database) {}

  async category(categoryId: string): Promise<CategoryOfStandings> {
    const row = await this.database.row<CategoryOfStandings>(
      `SELECT c.id, c.code, c.name_zh, c.name_en, c.programme_id, p.name AS programme_name,
              p.state AS programme_state,
              (SELECT COUNT(*) FROM application a WHERE a.category_id = c.id
               AND a.state IN (${quotedList(applicationIn.ranked)})) AS waiting
       FROM category c JOIN programme p ON p.id = c.programme_id WHERE c.id = ?`,
      [categoryId],
    );
    if (!row) throw missing();
    return row;
  }

  /** The lock that counts: the newest that no later one has replaced, or null before the first. */
  current(categoryId: string): Promise<LockRow | null> {
    return this.database.row<LockRow>(
      `${selectLock} WHERE l.category_id = ? AND l.state NOT IN (${quotedList(lockIn.superseded)})
       ORDER BY l.number DESC, l.id LIMIT 1`,
      [categoryId],
    );
  }

  /** The locked version, also while a new one waits beside it. */
  inForce(categoryId: string): Promise<LockRow | null> {
    return this.database.row<LockRow>(
      `${selectLock} WHERE l.category_id = ? AND l.state IN (${quotedList(lockIn.locked)})`,
      [categoryId],
    );
  }

  /** Categories of a programme with the state of their lock. */
  overview(programmeId: string): Promise<OverviewRow[]> {
    return this.database.rows<OverviewRow>(
      `SELECT c.id AS category_id, c.code, c.name_zh, c.name_en, l.id AS lock_id, l.state, l.number,
         (SELECT COUNT(*) FROM application a WHERE a.category_id = c.id
          AND a.state IN (${quotedList(applicationIn.ranked)})) AS waiting
       FROM category c LEFT JOIN standing_lock l ON l.category_id = c.id AND l.number =
         (SELECT MAX(k.number) FROM standing_lock k WHERE k.category_id = c.id AND k.state NOT IN (${quotedList(lockIn.superseded)}))
       WHERE c.programme_id = ? ORDER BY c.position, c.id`,
      [programmeId],
    );
  }

  async rows(lockId: string): Promise<StandingRow[]> {
    const rows = await this.database.rows<StandingRow & { summary: string }>(
      `SELECT application_id, standing, shared, outcome, summary FROM standing
       WHERE lock_id = ? ORDER BY standing, application_id`,
      [lockId],
    );
    return rows.map(({ summary, ...row }) => ({
      ...row,
      ...(JSON.parse(summary) as StandingSummary),
    }));
  }

  /** Groups of receipt numbers whose tie only the committee's ballot can break. */
  async openTies(lockId: string): Promise<string[][]> {
    const shared = await this.database.rows<{ standing: number; summary: string }>(
      `SELECT standing, summary FROM standing WHERE lock_id = ? AND shared = 1
       ORDER BY standing, application_id`,
      [lockId],
    );
    const open = shared
      .map(({ standing, summary }) => ({ standing, ...(JSON.parse(summary) as StandingSummary) }))
      .filter((row) => row.ballotOpen);
    const groups = groupBy(open, (row) => row.standing);
    return [...groups.values()].map((group) => group.map(({ receipt }) => receipt));
  }

  async working(applicationId: string): Promise<WorkingRow | null> {
    const found = await this.database.row<
      Omit<WorkingRow, 'working' | 'shops'> & { working: string; snapshot: string }
    >(
      `SELECT s.working, s.lock_id, s.outcome, l.number, l.input_hash, l.witnessed_at, l.category_id,
              l.programme_id, p.name AS programme_name, p.state AS programme_state, m.name AS merchant_name,
              a.division_code, a.merchant_id, a.snapshot
       FROM standing s JOIN standing_lock l ON l.id = s.lock_id
       JOIN application a ON a.id = s.application_id JOIN merchant m ON m.id = a.merchant_id
       JOIN programme p ON p.id = l.programme_id
       WHERE s.application_id = ? AND l.state IN (${quotedList(lockIn.locked)}) ORDER BY l.number DESC, s.id LIMIT 1`,
      [applicationId],
    );
    if (!found) return null;
    const { snapshot, working, ...row } = found;
    const { shops = [] } = JSON.parse(snapshot) as Snapshot;
    return { ...row, working: JSON.parse(working) as Working, shops };
  }

  /** Inputs and results of the locked categories of a programme, for the bundle. */
  async locked(programmeId: string): Promise<{ inputs: CategoryInputs; result: LockedCategory }[]> {
    const rows = await this.database.rows<{ input: string; result: string }>(
      `SELECT l.input, l.result FROM standing_lock l JOIN category c ON c.id = l.category_id
       WHERE l.programme_id = ? AND l.state IN (${quotedList(lockIn.locked)}) ORDER BY c.position, l.id`,
      [programmeId],
    );
    return rows.map(({ input, result }) => ({
      inputs: JSON.parse(input) as CategoryInputs,
      result: JSON.parse(result) as LockedCategory,
    }));
  }
}

export interface CategoryOfStandings {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly programmeState: string;
  readonly waiting: number;
}

export interface OverviewRow {
  readonly categoryId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lockId: string | null;
  readonly state: LockRow['state'] | null;
  readonly number: number | null;
  /** Applications that need this category's lock. */
  readonly waiting: number;
}

export interface WorkingRow {
  readonly working: Working;
  readonly lockId: string;
  readonly outcome: string;
  readonly number: number;
  readonly inputHash: string;
  readonly witnessedAt: string;
  readonly categoryId: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly programmeState: ProgrammeState;
  readonly merchantName: string;
  readonly divisionCode: string;
  readonly merchantId: string;
  /** The shops as they were filed. */
  readonly shops: readonly SnapshotShop[];
}

const selectLock = `SELECT l.id, l.programme_id, l.category_id, l.number, l.state, l.input_hash,
  l.spread_note, l.first_by, f.person_name AS first_name, l.first_at, l.second_by,
  s.person_name AS second_name, l.second_at, l.witnessed_by, w.person_name AS witness_name,
  l.witnessed_at, c.sequence, c.hash, c.signature
  FROM standing_lock l JOIN account f ON f.id = l.first_by LEFT JOIN account s ON s.id = l.second_by
  LEFT JOIN account w ON w.id = l.witnessed_by LEFT JOIN checkpoint c ON c.subject_id = l.id`;
