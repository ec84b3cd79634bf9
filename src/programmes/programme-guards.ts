import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { beijingDate, endOfBeijingDay, yearOf } from '../rules/calendar/beijing-time.js';
import type { WorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import { recordedBlockers } from '../rules/eligibility/recorded-check.js';
import { applicationWindow } from '../rules/programme/application-window.js';
import { lastDeadline } from '../rules/programme/phase-deadline.js';
import { RECOMMENDING_DIVISIONS } from '../rules/programme/recommending-divisions.js';
import { panelProblems } from '../rules/rounds/panel-rule.js';
import type { RuleSet } from '../rules/scoring/rule-set.js';
import { validateRuleSet } from '../rules/scoring/validate-rule-set.js';
import type { CheckPoint } from '../rules/scoring/veto-rule.js';
import { ATTESTATIONS } from './attestations.js';
import { GuardCountQueries, type PanelSeatRow } from './guard-counts.queries.js';
import {
  type Finding,
  GUARD_RULES,
  type GuardFacts,
  type PanelFact,
  type ProgrammeGuard,
} from './guard-facts.js';
import type { ProgrammeRow } from './programme.queries.js';
import { ProgrammeQueries } from './programme.queries.js';
import { RoundWorks } from './round-work.js';
import { SetUpQueries, type StepRecordRow } from './set-up.queries.js';
import { WorkingDays } from './working-days.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';

/** Finds out, from what is committed, whether each guard of a programme's steps is met. */
@Injectable()
export class ProgrammeGuards {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly counts: GuardCountQueries,
    private readonly rounds: RoundWorks,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** Guard → met, for every guard that a row of the programme's lifecycle names. */
  async of(programmeId: string): Promise<Record<ProgrammeGuard, boolean>> {
    const findings = await this.findings(programmeId);
    const met = Object.entries(findings).map(([guard, finding]) => [guard, finding.met]);
    return Object.fromEntries(met) as Record<ProgrammeGuard, boolean>;
  }

  async findings(programmeId: string): Promise<Record<ProgrammeGuard, Finding>> {
    const facts = await this.facts(await this.programmes.byId(programmeId));
    const found = Object.entries(GUARD_RULES).map(([guard, rule]) => [guard, rule(facts)]);
    return Object.fromEntries(found) as Record<ProgrammeGuard, Finding>;
  }

  private async facts(programme: ProgrammeRow): Promise<GuardFacts> {
    const { id, state } = programme;
    const today = beijingDate(this.clock.now());
    const version = programme.ruleVersionId ? await this.programmes.rules(id) : null;
    const rules = version?.rules ?? null;
    const basis = await this.setUp.legalBasis(id);
    const calendar = await this.workingDays.calendar();
    const extensions = await this.setUp.extensions(id);
    const records = await this.setUp.records(id);
    const deadline = lastDeadline(programme.calendar, extensions, 'Open');
    const noticeEnd = await this.counts.noticeEnd(id);
    const yearsLoaded = loaded(calendar, programme);
    const window = yearsLoaded ? applicationWindow(calendar, programme.calendar, today) : null;
    const applicants = await this.setUp.applicants(id);
    return {
      state,
      counts: await this.counts.of(id),
      panels: panelFacts(await this.counts.panelSeats(id)),
      rounds: rules ? await this.rounds.of(id) : [],
      attested: attested(records, state, await this.counts.panelChangedAt(id)),
      rulesFrozen: version?.frozenAt !== null && version !== null,
      ruleProblems: rules ? validateRuleSet(rules).length : 1,
      basisInForce: basis !== null && basis.approvedAt !== null && basis.validTo >= today,
      yearsLoaded,
      windowLongEnough: window?.longEnough ?? false,
      windowDays: window?.workingDays ?? 0,
      deadlinePassed: deadline !== null && this.clock.now() >= endOfBeijingDay(deadline),
      divisionsUnstaffed: unstaffed(await this.counts.divisionDuties()),
      vetoChecksMissing: await this.vetoMissing(rules, id, 'K1', 'ScreenedIn'),
      creditQueriesMissing: programmeIn.conferred.has(state)
        ? await this.creditMissing(rules, calendar, id, 'K3', 'Selected')
        : await this.creditMissing(rules, calendar, id, 'K2', 'Proposed'),
      noticeEnded: noticeEnd !== null && this.clock.now() >= endOfBeijingDay(noticeEnd),
      minimumFieldMissed: applicants.some((one) => one.missed),
    };
  }

  private async vetoMissing(
    rules: RuleSet | null,
    programmeId: string,
    checkPoint: CheckPoint,
    state: string,
  ): Promise<number> {
    const needed = rules?.vetoRules.filter((rule) => rule.checkPoints.includes(checkPoint)).length;
    const rows = await this.counts.vetoChecks(programmeId, checkPoint, state);
    return rows.filter((row) => row.rules < (needed ?? 0)).length;
  }

  /** By the rule of the gate itself: a hit, a stale query and an unread source count like none. */
  private async creditMissing(
    rules: RuleSet | null,
    calendar: WorkingDayCalendar,
    programmeId: string,
    checkPoint: CheckPoint,
    state: string,
  ): Promise<number> {
    const today = beijingDate(this.clock.now());
    const waiting = await this.counts.vetoChecks(programmeId, checkPoint, state);
    const checks = await this.counts.recordedChecks(programmeId, checkPoint, state);
    return waiting.filter(({ id }) => {
      const own = checks.filter((check) => check.id === id);
      return recordedBlockers(calendar, rules?.vetoRules ?? [], checkPoint, own, today).length > 0;
    }).length;
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

/** A division is staffed by a reviewer and an approver who are two people. */
function unstaffed(
  duties: readonly { divisionCode: string; role: string; accountId: string }[],
): number {
  return RECOMMENDING_DIVISIONS.filter((division) => {
    const own = duties.filter((duty) => duty.divisionCode === division);
    const reviewers = own.filter((duty) => duty.role === 'DivisionReviewer');
    const approvers = own.filter((duty) => duty.role === 'DivisionApprover');
    return !reviewers.some((one) => approvers.some((two) => two.accountId !== one.accountId));
  }).length;
}

function panelFacts(rows: readonly PanelSeatRow[]): readonly PanelFact[] {
  return [...new Set(rows.map(({ code }) => code))].map((code) => {
    const seats = rows.flatMap((row) =>
      row.code === code && row.number !== null
        ? [
            {
              number: row.number,
              organisation: row.organisation ?? '',
              division: row.division,
              chair: row.chair === 1,
              alternate: row.alternate === 1,
            },
          ]
        : [],
    );
    return { code, problems: panelProblems(seats).length };
  });
}

/** What people registered, as far as it still holds: in this state, for this panel, where that matters. */
function attested(
  records: readonly StepRecordRow[],
  state: string,
  panelChangedAt: string | null,
): ReadonlySet<string> {
  const holding = records.filter((record) => {
    const about = ATTESTATIONS.find(({ guard }) => guard === record.guard);
    if (about?.thisState && record.state !== state) return false;
    const stale = panelChangedAt !== null && record.recordedAt < panelChangedAt;
    return !(about?.ofPanel && programmeIn.drawing.has(state) && stale);
  });
  return new Set(holding.map(({ guard }) => guard));
}
