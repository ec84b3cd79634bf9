import { Injectable } from '@nestjs/common';
import { countAll } from '../database/count-all.js';
import { Database } from '../database/database.js';
import { type GuardQuestion, ProgrammeGuards } from '../programmes/programme-guards.js';
import { type RecordedCheck, recordedBlockers } from '../rules/eligibility/recorded-check.js';
import type { ApplicationFacts } from '../rules/guards/guard-facts.js';
import { minimumField } from '../rules/ranking/minimum-field.js';
import type { CheckPoint } from '../rules/scoring/veto-rule.js';
import { quotedList } from '../database/quoted-list.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { applicationIn } from '../rules/lifecycle/application-groups.js';

const counts = {
  divisionPending: `SELECT COUNT(*) FROM application a WHERE a.programme_id = ? AND
    (a.state IN (${quotedList(applicationIn.awaitsOpinion)})
    OR (a.state IN (${quotedList(applicationIn.draft)}) AND a.submitted_at IS NOT NULL) OR (a.state IN (${quotedList(applicationIn.correcting)}) AND EXISTS (
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
} as const;

/** What the steps of a programme ask of its applications. */
@Injectable()
export class ApplicationGuardFacts {
  constructor(
    private readonly database: Database,
    guards: ProgrammeGuards,
  ) {
    guards.supply({ applications: (question) => this.facts(question) });
  }

  private async facts(question: GuardQuestion): Promise<ApplicationFacts> {
    const { id, state } = question.programme;
    return {
      ...(await countAll(this.database, counts, id)),
      vetoChecksMissing: await this.vetoMissing(question, 'K1', 'ScreenedIn'),
      creditQueriesMissing: programmeIn.conferred.has(state)
        ? await this.creditMissing(question, 'K3', 'Selected')
        : await this.creditMissing(question, 'K2', 'Proposed'),
      fieldsTooSmall: await this.fieldsTooSmall(question),
    };
  }

  private async vetoMissing(
    { programme, rules }: GuardQuestion,
    checkPoint: CheckPoint,
    state: string,
  ): Promise<number> {
    const needed = rules?.vetoRules.filter((rule) => rule.checkPoints.includes(checkPoint)).length;
    const rows = await this.vetoChecks(programme.id, checkPoint, state);
    return rows.filter((row) => row.rules < (needed ?? 0)).length;
  }

  /** By the rule of the gate itself: a hit, a stale query and an unread source count like none. */
  private async creditMissing(
    { programme, rules, calendar, today }: GuardQuestion,
    checkPoint: CheckPoint,
    state: string,
  ): Promise<number> {
    const waiting = await this.vetoChecks(programme.id, checkPoint, state);
    const checks = await this.recordedChecks(programme.id, checkPoint, state);
    return waiting.filter(({ id }) => {
      const own = checks.filter((check) => check.id === id);
      return recordedBlockers(calendar, rules?.vetoRules ?? [], checkPoint, own, today).length > 0;
    }).length;
  }

  /** Submitted applications by category, against the number that its quota needs. */
  private async fieldsTooSmall({ programme, rules }: GuardQuestion): Promise<number> {
    const rows = await this.database.rows<{ code: string; applications: number }>(
      `SELECT c.code, (SELECT COUNT(*) FROM application a WHERE a.category_id = c.id
           AND a.submitted_at IS NOT NULL AND a.state NOT IN (${quotedList(applicationIn.neverEntered)}))
           AS applications
       FROM category c WHERE c.programme_id = ?`,
      [programme.id],
    );
    return rows.filter((row) => {
      const category = rules?.categories.find(({ code }) => code === row.code);
      return category && !minimumField(category.minimumField, category.quota, row.applications).met;
    }).length;
  }

  /** Applications in a state, with how many veto rules were tested on each at a check point. */
  private vetoChecks(
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
  private recordedChecks(
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
}
