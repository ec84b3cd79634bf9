import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { beijingDate, endOfBeijingDay, yearOf } from '../rules/calendar/beijing-time.js';
import type { WorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import type {
  ApplicationFacts,
  AwardFacts,
  DivisionDuty,
  GuardFacts,
  JudgingFacts,
  ProgrammeFacts,
  ProgrammeGuard,
} from '../rules/guards/guard-facts.js';
import { type Findings, guardFindings } from '../rules/guards/guard-rules.js';
import { applicationWindow } from '../rules/programme/application-window.js';
import { lastDeadline, withExtensions } from '../rules/programme/phase-deadline.js';
import { yearUnderReview } from '../rules/titles/review-year.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { validateRuleSet } from '../rules/scoring/validate-rule-set.js';
import type { ProgrammeRow } from './programme.queries.js';
import { ProgrammeQueries } from './programme.queries.js';
import { SetUpQueries } from './set-up.queries.js';
import { WorkingDays } from './working-days.js';

/** The programme that facts are asked about, on a day. */
export interface GuardQuestion {
  readonly programme: ProgrammeRow;
  readonly rules: RuleSet | null;
  readonly rulesFrozen: boolean;
  readonly calendar: WorkingDayCalendar;
  readonly today: string;
}

export type FactSource<Facts> = (question: GuardQuestion) => Promise<Facts>;

interface Sources {
  readonly applications: FactSource<ApplicationFacts>;
  readonly judging: FactSource<JudgingFacts>;
  readonly awards: FactSource<AwardFacts>;
}

/**
 * Gathers the facts and lets the rules say whether each guard of a programme's steps is met. What
 * lies above (applications, judging, awards) is read by the module it belongs to.
 */
@Injectable()
export class ProgrammeGuards {
  private readonly sources: Partial<Sources> = {};

  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** A module above hands in the facts that are its own. */
  supply(source: Partial<Sources>): void {
    Object.assign(this.sources, source);
  }

  /** Guard → met, for every guard that a row of the programme's lifecycle names. */
  async of(programmeId: string): Promise<Record<ProgrammeGuard, boolean>> {
    const findings = await this.findings(programmeId);
    const met = Object.entries(findings).map(([guard, finding]) => [guard, finding.met]);
    return Object.fromEntries(met) as Record<ProgrammeGuard, boolean>;
  }

  async findings(programmeId: string): Promise<Findings> {
    return guardFindings(await this.facts(programmeId));
  }

  async facts(programmeId: string): Promise<GuardFacts> {
    const { applications, judging, awards } = this.sources as Sources;
    const question = await this.question(programmeId);
    return {
      programme: await this.own(question),
      applications: await applications(question),
      judging: await judging(question),
      awards: await awards(question),
    };
  }

  private async question(programmeId: string): Promise<GuardQuestion> {
    const programme = await this.programmes.byId(programmeId);
    const version = programme.ruleVersionId ? await this.programmes.rules(programmeId) : null;
    return {
      programme,
      rules: version?.rules ?? null,
      rulesFrozen: version !== null && version.frozenAt !== null,
      calendar: await this.workingDays.calendar(),
      today: beijingDate(this.clock.now()),
    };
  }

  private async own(question: GuardQuestion): Promise<ProgrammeFacts> {
    const { programme, rules, rulesFrozen, calendar, today } = question;
    const { id, state } = programme;
    const extensions = await this.setUp.extensions(id);
    const deadline = lastDeadline(programme.calendar, extensions, 'Open');
    const phases = withExtensions(programme.calendar, extensions);
    const yearsLoaded = loaded(calendar, programme);
    return {
      state,
      today,
      records: await this.setUp.records(id),
      rulesFrozen,
      ruleProblems: rules ? validateRuleSet(rules).length : 1,
      basisInForce: (await this.setUp.basisInForce(id, today)) !== null,
      yearsLoaded,
      window: yearsLoaded ? applicationWindow(calendar, phases, today) : null,
      deadlinePassed: deadline !== null && this.clock.now() >= endOfBeijingDay(deadline),
      divisionDuties: await this.divisionDuties(),
      reviewClosedFor: await this.reviewClosedFor(id),
    };
  }

  /** The year is that of the day of the entry: no page can say another. */
  private async reviewClosedFor(programmeId: string): Promise<number | null> {
    const row = await this.database.row<{ at: string }>(
      `SELECT at FROM journal_entry WHERE programme_id = ? AND event = 'programme.closeAnnualReview'
       ORDER BY sequence DESC LIMIT 1`,
      [programmeId],
    );
    return row && yearUnderReview(beijingDate(row.at));
  }

  private divisionDuties(): Promise<DivisionDuty[]> {
    return this.database.rows(
      `SELECT DISTINCT d.division_code, d.role, d.account_id FROM duty d
       JOIN account a ON a.id = d.account_id AND a.disabled_at IS NULL
       WHERE d.ended_at IS NULL AND d.role IN ('DivisionReviewer', 'DivisionApprover')
         AND d.division_code IS NOT NULL`,
    );
  }
}

function loaded(calendar: WorkingDayCalendar, { calendar: phases }: ProgrammeRow): boolean {
  if (phases.length === 0) return false;
  return phases.every(({ from, to }) => {
    for (let year = yearOf(from); year <= yearOf(to); year += 1) {
      if (!calendar.has(year)) return false;
    }
    return true;
  });
}
