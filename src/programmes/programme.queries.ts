import { type CategoryNames, namesOf } from './category-names.js';
import { PRESET_RULES } from './presets.js';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { ProgrammeState } from '../rules/lifecycle/programme-states.js';
import { missing } from '../rules/refusal.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import type { ProgrammeCalendar } from './programme.entity.js';
import type { RoundKind, Visibility } from './round.entity.js';
import type { RoundState } from '../rules/lifecycle/round-lifecycle.js';
import type { WorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import { type CountedPhase, countPhases } from '../rules/programme/phase-calendar.js';
import { ofRunning } from './running-editions.js';
import { WorkingDays } from './working-days.js';
import { editionAtDivisions } from '../rules/programme/edition-at-divisions.js';

export interface ProgrammeRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly year: number;
  readonly dataYear: number;
  readonly state: ProgrammeState;
  readonly stateSince: string;
  readonly host: string;
  readonly scope: string;
  readonly cycle: string;
  readonly funds: string;
  /** Working days as the calendar in force counts them. */
  readonly calendar: readonly CountedPhase[];
  readonly ruleVersionId: string | null;
  readonly historicalNote: string | null;
  readonly cancellationReason: string | null;
  readonly version: number;
}

export interface CategoryRow {
  readonly id: string;
  readonly programmeId: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface RuleVersionRow {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly frozenAt: string | null;
  readonly rules: RuleSet;
}

export interface RoundRow {
  readonly id: string;
  readonly programmeId: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryZh: string;
  readonly categoryEn: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly blind: number;
  readonly repeats: number;
  readonly otherScores: Visibility;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closedAt: string | null;
  readonly lockedAt: string | null;
  readonly version: number;
}

type Stored<T, K extends keyof T> = Omit<T, K> & Record<K, string>;

/** Reads of programmes, their categories, rounds and rules, shared by every later step. */
@Injectable()
export class ProgrammeQueries {
  private readonly frozenRules = new Map<string, RuleVersionRow>();

  constructor(
    private readonly database: Database,
    private readonly workingDays: WorkingDays,
  ) {}

  /** All programmes, newest first. */
  async all(): Promise<ProgrammeRow[]> {
    const rows = await this.database.rows<Stored<ProgrammeRow, 'calendar'>>(
      `${selectProgramme} ORDER BY year DESC, id`,
    );
    const calendar = await this.workingDays.calendar();
    return rows.map((row) => parseProgramme(row, calendar));
  }

  async byId(id: string): Promise<ProgrammeRow> {
    return this.one('id', id);
  }

  async bySlug(slug: string): Promise<ProgrammeRow> {
    return this.one('slug', slug);
  }

  /** Everything that runs, the newest edition first: one may begin before the last one has ended. */
  async running(): Promise<ProgrammeRow[]> {
    const rows = await this.database.rows<Stored<ProgrammeRow, 'calendar'>>(
      `${selectProgramme} WHERE ${ofRunning('id')} ORDER BY year DESC, id`,
    );
    const calendar = await this.workingDays.calendar();
    return rows.map((row) => parseProgramme(row, calendar));
  }

  /** What the divisions work on now. */
  async atDivisions(): Promise<ProgrammeRow | null> {
    return editionAtDivisions(await this.running());
  }

  categories(programmeId: string): Promise<CategoryRow[]> {
    return this.categoriesOf([programmeId]);
  }

  /** The newest edition's first. */
  async categoriesOf(programmeIds: readonly string[]): Promise<CategoryRow[]> {
    if (programmeIds.length === 0) return [];
    return this.database.rows<CategoryRow>(
      `SELECT c.id, c.programme_id, c.code, c.name_zh, c.name_en
       FROM category c JOIN programme p ON p.id = c.programme_id
       WHERE c.programme_id IN (${programmeIds.map(() => '?').join(', ')})
       ORDER BY p.year DESC, p.id, c.position, c.id`,
      [...programmeIds],
    );
  }

  /** What each category was called last, for what belongs to no programme; the presets' before the first. */
  async categoryNames(): Promise<CategoryNames> {
    const rows = await this.database.rows<CategoryRow>(
      `SELECT c.code, c.name_zh, c.name_en FROM category c JOIN programme p ON p.id = c.programme_id
       ORDER BY p.year, p.created_at, c.id`,
    );
    const presets = Object.fromEntries(
      PRESET_RULES.categories.map(({ code, name }) => [code, name]),
    );
    return { ...presets, ...namesOf(rows) };
  }

  rounds(programmeId: string): Promise<RoundRow[]> {
    return this.database.rows<RoundRow>(
      `SELECT r.id, r.programme_id, r.category_id, c.code AS category_code, c.name_zh AS category_zh,
              c.name_en AS category_en, r.kind, r.state, r.blind, r.repeats, r.other_scores, r.opens_on, r.closes_on, r.closed_at, r.locked_at, r.version
       FROM round r JOIN category c ON c.id = r.category_id
       WHERE r.programme_id = ? ORDER BY c.position, r.kind DESC, r.id`,
      [programmeId],
    );
  }

  /** The rules in force of a programme; a frozen version is read from the database once. */
  async rules(programmeId: string): Promise<RuleVersionRow> {
    const rules = await this.rulesIfAny(programmeId);
    if (!rules) throw missing();
    return rules;
  }

  /** Null for an edition of the time before rules were kept, and for one that nobody knows. */
  async rulesIfAny(programmeId: string): Promise<RuleVersionRow | null> {
    const programme = await this.database.row<{ ruleVersionId: string | null }>(
      'SELECT rule_version_id FROM programme WHERE id = ?',
      [programmeId],
    );
    if (!programme) return null;
    const known = this.frozenRules.get(programme.ruleVersionId ?? '');
    if (known) return known;
    const row = await this.database.row<Stored<RuleVersionRow, 'rules'> & { number: number }>(
      'SELECT id, number, hash, frozen_at, rules FROM rule_version WHERE id = ?',
      [programme.ruleVersionId],
    );
    if (!row) return null;
    const version = { ...row, rules: JSON.parse(row.rules) as RuleSet };
    if (version.frozenAt) this.frozenRules.set(version.id, version);
    return version;
  }

  private async one(column: 'id' | 'slug', value: string): Promise<ProgrammeRow> {
    const row = await this.database.row<Stored<ProgrammeRow, 'calendar'>>(
      `${selectProgramme} WHERE ${column} = ?`,
      [value],
    );
    if (!row) throw missing();
    return parseProgramme(row, await this.workingDays.calendar());
  }
}

const selectProgramme = `SELECT id, slug, name, year, data_year, state, state_since, host, scope, cycle,
  funds, calendar, rule_version_id, historical_note, cancellation_reason, version FROM programme`;

/** Phases by the stored calendar of a programme, as long as the working days stay the same. */
const counted = new WeakMap<WorkingDayCalendar, Map<string, readonly CountedPhase[]>>();

function parseProgramme(
  row: Stored<ProgrammeRow, 'calendar'>,
  workingDays: WorkingDayCalendar,
): ProgrammeRow {
  const known = counted.get(workingDays) ?? new Map<string, readonly CountedPhase[]>();
  counted.set(workingDays, known);
  const calendar =
    known.get(row.calendar) ??
    countPhases(workingDays, JSON.parse(row.calendar) as ProgrammeCalendar);
  known.set(row.calendar, calendar);
  return { ...row, calendar };
}
