import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { concealedPenalty } from '../../../rules/eligibility/concealed-penalty.js';
import type { EligibilityFinding } from '../../../rules/eligibility/eligibility-rules.js';
import { effectiveChecks } from '../../../rules/eligibility/recorded-check.js';
import type { VetoBlocker, VetoOutcome } from '../../../rules/eligibility/veto-check.js';
import type { RuleSet } from '../../../rules/scoring/rule-set.js';
import { CheckEligibility } from '../../applicant/check-eligibility.js';
import type { Register } from '../../applicant/register.js';
import { type ApplicationFile, ApplicationFileQueries } from '../file/application-file.queries.js';
import type { VetoCheckRow } from './veto-check-row.js';
import { VetoQueries } from './veto.queries.js';
import { type RelatedApplicant, RelatedApplicants } from './related-applicants.js';
import type { CheckPoint } from '../../../rules/lifecycle/check-point.js';
import { awaitsRenewal, checkPointOf } from '../../../rules/lifecycle/check-point.js';

export interface ScreeningFile {
  readonly file: ApplicationFile;
  readonly rules: RuleSet;
  /** Screening, or the renewed query that its state asks for. */
  readonly checkPoint: CheckPoint;
  /** Every condition evaluated again from the snapshot; empty when there is no snapshot. */
  readonly eligibility: readonly EligibilityFinding[];
  /** Tied merchants in the same category: told, never a bar. */
  readonly related: readonly RelatedApplicant[];
  readonly checks: readonly VetoCheckRow[];
  readonly blockers: readonly VetoBlocker[];
  /** Rules that were hit although the merchant states no penalty (vetoes R8). */
  readonly concealed: readonly string[];
  readonly today: string;
}

/** Everything a screener decides on: conditions, checks and what still stands in the way. */
@Injectable()
export class ScreeningFiles {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly files: ApplicationFileQueries,
    private readonly checkEligibility: CheckEligibility,
    private readonly vetoes: VetoQueries,
    private readonly relatedApplicants: RelatedApplicants,
    private readonly clock: Clock,
  ) {}

  /** @param point as named in the address: counts while the application awaits a renewed query */
  async file(applicationId: string, point: CheckPoint | null = null): Promise<ScreeningFile> {
    const file = await this.files.file(applicationId, null);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const today = beijingDate(this.clock.now());
    const { state } = file.head;
    const checkPoint = (awaitsRenewal(state) ? point : null) ?? checkPointOf(state);
    const checks = await this.vetoes.checks([applicationId], checkPoint);
    const blockers = await this.vetoes.blockers([applicationId], checkPoint, today);
    return {
      file,
      rules,
      checkPoint,
      eligibility: await this.eligibility(file, rules),
      related: await this.related(file, rules),
      checks,
      blockers: blockers.get(applicationId) ?? [],
      concealed: concealedRules(file, checks),
      today,
    };
  }

  private async related({ head }: ApplicationFile, rules: RuleSet) {
    const own = rules.categories.find(({ code }) => code === head.categoryCode);
    return own?.eligibility.onePlacePerRelatedGroup
      ? this.relatedApplicants.of(head.id, head.merchantId, head.categoryId)
      : [];
  }

  private async eligibility(file: ApplicationFile, rules: RuleSet) {
    if (!file.snapshot.merchant) return [];
    const programme = await this.programmes.byId(file.head.programmeId);
    const [found] = await this.checkEligibility.run(
      { returns: [], shops: [], ties: [], ...file.snapshot } as unknown as Register,
      programme,
      [{ id: file.head.categoryId, code: file.head.categoryCode }],
      rules,
      { lastDay: rules.reference.applicationDeadline },
    );
    return found?.findings ?? [];
  }
}

function concealedRules(file: ApplicationFile, checks: readonly VetoCheckRow[]) {
  const outcomes = effectiveChecks(checks).map(({ rule, result }) => ({ rule, result }));
  const states = Boolean(file.answers.penaltySelfReport);
  return concealedPenalty(states, outcomes as unknown as readonly VetoOutcome[])?.concealed ?? [];
}
