import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { SqlValue } from '../database/reader.js';
import type { Adjustment, ApplicationRecord } from '../rules/scoring/application-record.js';
import type { Figures } from '../rules/scoring/figures.js';
import { type FigureRow, type ShopOfApplication, figuresOf } from './figures-of.js';
import { verifiedFigures } from './verified-figures.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { groupBy } from './group-by.js';
import { relatedGroups } from './related-groups.js';
import { type StatedTieRow, readTie, statedTies } from './stated-ties.js';
import { type StatedTie, countedTies, withFrozenTies } from '../rules/registry/counted-ties.js';

/** What the score of an application is computed from, without the judges' sheets. */
export type ApplicationRecordWithoutSheets = Omit<ApplicationRecord, 'sheets'>;

/** Ids in one `IN` list; both engines allow more than three times as many values. */
const idsPerQuery = 10_000;

/** Reads whole categories for scoring: the same few queries for one application and for thousands. */
@Injectable()
export class ApplicationRecords {
  constructor(private readonly database: Database) {}

  /** Verified figures, bonuses and deductions by application id; unknown ids are left out. */
  async load(
    applicationIds: readonly string[],
  ): Promise<ReadonlyMap<string, ApplicationRecordWithoutSheets>> {
    const [heads, figures, adjustments] = await Promise.all([
      this.heads(applicationIds),
      this.figures(applicationIds),
      this.adjustments(applicationIds),
    ]);
    const rules = await this.rules(heads);
    const groups = relatedGroups(countedTies(await this.tiesOf(heads)));
    return new Map(
      heads.map((head) => {
        const own = adjustments.get(head.id) ?? [];
        const of = (kind: AdjustmentRow['kind']) =>
          own.filter((one) => one.kind === kind).map(adjustment);
        return [
          head.id,
          {
            receiptNumber: head.receiptNumber ?? head.id,
            division: head.divisionCode,
            relatedGroup: groups.get(head.merchantId) ?? null,
            figures: verifiedFigures(
              rules
                .get(head.programmeId)!
                .categories.find(({ code }) => code === head.categoryCode)!,
              figures.get(head.id) ?? [],
              shopsOf(head),
              head.correctionCount,
            ),
            bonuses: of('bonus'),
            deductions: of('deduction'),
          },
        ];
      }),
    );
  }

  /** Figures as the applicants filed them, by application id. */
  async claimedFigures(applicationIds: readonly string[]): Promise<ReadonlyMap<string, Figures>> {
    const [heads, figures] = await Promise.all([
      this.heads(applicationIds),
      this.figures(applicationIds),
    ]);
    return new Map(
      heads.map((head) => [
        head.id,
        figuresOf(figures.get(head.id) ?? [], shopsOf(head), 'claimed'),
      ]),
    );
  }

  /** Who is tied to whom in the eyes of the ranking: the word of those who have applied is that of their application. */
  async ties(applicationIds: readonly string[]): Promise<readonly StatedTie[]> {
    return this.tiesOf(await this.heads(applicationIds));
  }

  private async tiesOf(heads: readonly HeadRow[]): Promise<readonly StatedTie[]> {
    return withFrozenTies(await this.statedTies(), await this.frozenTies(heads));
  }

  private heads(ids: readonly string[]): Promise<HeadRow[]> {
    return this.among<HeadRow>(
      ids,
      (list) => `SELECT a.id, a.receipt_number, a.division_code, a.merchant_id, a.snapshot,
                        a.programme_id, a.correction_count, c.code AS category_code
                 FROM application a JOIN category c ON c.id = a.category_id
                 WHERE a.id IN (${list}) ORDER BY a.id`,
    );
  }

  private async rules(heads: readonly HeadRow[]): Promise<ReadonlyMap<string, RuleSet>> {
    const rows = await this.among<{ id: string; rules: string }>(
      [...new Set(heads.map(({ programmeId }) => programmeId))],
      (
        list,
      ) => `SELECT p.id, v.rules FROM programme p JOIN rule_version v ON v.id = p.rule_version_id
                 WHERE p.id IN (${list}) ORDER BY p.id`,
    );
    return new Map(rows.map(({ id, rules }) => [id, JSON.parse(rules) as RuleSet]));
  }

  private async figures(ids: readonly string[]): Promise<Map<string, FigureOfApplication[]>> {
    const rows = await this.among<FigureOfApplication>(
      ids,
      (list) => `SELECT application_id, key, claimed, verified, verdict
                 FROM figure WHERE application_id IN (${list}) ORDER BY application_id, key`,
    );
    return groupBy(rows, (row) => row.applicationId);
  }

  private async adjustments(ids: readonly string[]): Promise<Map<string, AdjustmentRow[]>> {
    const rows = await this.among<AdjustmentRow>(
      ids,
      (list) => `SELECT application_id, kind, points, reason, evidence_id FROM score_adjustment
                 WHERE application_id IN (${list}) ORDER BY application_id, decided_at, id`,
    );
    return groupBy(rows, (row) => row.applicationId);
  }

  /** Every tie on the register: two applicants may be tied through a merchant that does not apply. */
  private async statedTies(): Promise<StatedTie[]> {
    return (await this.database.rows<StatedTieRow>(`${statedTies} ORDER BY r.id`)).map(readTie);
  }

  /** What each applicant said with the application; who was not registered then may be by now. */
  private async frozenTies(heads: readonly HeadRow[]): Promise<Map<string, readonly string[]>> {
    const frozen = new Map(
      heads.flatMap(({ merchantId, snapshot }) => {
        const { ties } = JSON.parse(snapshot ?? '{}') as { ties?: readonly string[] };
        return ties ? [[merchantId, ties] as const] : [];
      }),
    );
    const registered = await this.among<{ id: string; creditCode: string }>(
      [...new Set([...frozen.values()].flat())],
      (list) => `SELECT id, credit_code FROM merchant WHERE credit_code IN (${list}) ORDER BY id`,
    );
    const idOf = new Map(registered.map(({ id, creditCode }) => [creditCode, id]));
    return new Map(
      [...frozen].map(([by, others]) => [by, others.map((other) => idOf.get(other) ?? other)]),
    );
  }

  private async among<T>(ids: readonly string[], sql: (list: string) => string): Promise<T[]> {
    const found: T[] = [];
    for (let from = 0; from < ids.length; from += idsPerQuery) {
      const some: readonly SqlValue[] = ids.slice(from, from + idsPerQuery);
      found.push(...(await this.database.rows<T>(sql(some.map(() => '?').join(', ')), some)));
    }
    return found;
  }
}

interface HeadRow {
  readonly id: string;
  readonly receiptNumber: string | null;
  readonly divisionCode: string;
  readonly merchantId: string;
  readonly snapshot: string | null;
  readonly programmeId: string;
  readonly correctionCount: number;
  readonly categoryCode: string;
}

interface FigureOfApplication extends FigureRow {
  readonly applicationId: string;
}

interface AdjustmentRow {
  readonly applicationId: string;
  readonly kind: 'bonus' | 'deduction';
  readonly points: number;
  readonly reason: string;
  readonly evidenceId: string | null;
}

function shopsOf(head: HeadRow): readonly ShopOfApplication[] {
  const snapshot = JSON.parse(head.snapshot ?? '{}') as { shops?: readonly ShopOfApplication[] };
  return (snapshot.shops ?? []).map(({ id, platform }) => ({ id, platform }));
}

function adjustment({ reason, evidenceId, points }: AdjustmentRow): Adjustment {
  return { reason, evidence: evidenceId ?? '', points };
}
