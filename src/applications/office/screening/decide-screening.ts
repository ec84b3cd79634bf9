import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { addWorkingDays } from '../../../rules/calendar/working-day-calendar.js';
import { isEligible } from '../../../rules/eligibility/eligibility-rules.js';
import { effectiveChecks } from '../../../rules/eligibility/recorded-check.js';
import { statementDays } from '../../../rules/eligibility/statement-days.js';
import { Refusal } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { MoveApplication } from '../../move-application.js';
import { Screening } from '../../screening.entity.js';
import { DutySeparation } from '../duty-separation.js';
import { assertPhase } from '../review-phase.js';
import { type ScreeningFile, ScreeningFiles } from './screening-file.js';
import { lockWithProgramme } from '../../lock-with-programme.js';
import { TellApplicant } from '../../tell-applicant.js';

export interface ScreeningInput {
  readonly applicationId: string;
  readonly result: Screening['result'];
  readonly reason: string | null;
  readonly basis: string | null;
  readonly remedy: string | null;
}

/** A10, A11: whether an application goes on, with what its applicant is told when it does not. */
@Injectable()
export class DecideScreening {
  constructor(
    private readonly database: Database,
    private readonly screenings: ScreeningFiles,
    private readonly separation: DutySeparation,
    private readonly moveApplication: MoveApplication,
    private readonly workingDays: WorkingDays,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: ScreeningInput): Promise<void> {
    return this.database.transaction(async () => {
      await lockWithProgramme(this.database, input.applicationId);
      const screening = await this.screenings.file(input.applicationId);
      const { head } = screening.file;
      assertPhase('screening', head.programmeState);
      await this.separation.assert(actor, 'Screener', head);
      const guards = input.result === 'in' ? guardsIn(screening) : guardsOut(screening, input);
      const due = await this.statementDue(statementDays(effectiveChecks(screening.checks)));
      const statementDueOn = input.result === 'out' ? due : null;
      const stored = this.database.repo(Screening);
      await stored.delete({ applicationId: head.id });
      await stored.insert({
        id: newId(),
        applicationId: head.id,
        result: input.result,
        reason: input.reason,
        basis: input.basis,
        remedy: input.remedy,
        statementDueOn,
        screenerId: actor.accountId,
        screenedAt: this.clock.now(),
        version: 1,
      });
      await this.moveApplication.run({
        applicationId: head.id,
        event: input.result === 'in' ? 'screenIn' : 'screenOut',
        actorId: actor.accountId,
        role: 'Screener',
        guards,
        details: { concealed: screening.concealed },
      });
      await this.tell.run(input.applicationId, {
        kind: input.result === 'in' ? 'applicationScreenedIn' : 'applicationScreenedOut',
        variables: {
          reason: input.reason ?? '',
          basis: input.basis ?? '',
          remedy: input.remedy ?? '',
          due,
        },
        path: `/my/applications/${head.id}`,
      });
    });
  }

  private async statementDue(days: number): Promise<string> {
    const today = beijingDate(this.clock.now());
    return addWorkingDays(await this.workingDays.calendar(), today, days);
  }
}

/** A10. @throws Refusal that says which condition is not met */
function guardsIn({ eligibility, blockers, concealed }: ScreeningFile) {
  const eligible = eligibility.length > 0 && isEligible(eligibility);
  if (!eligible) {
    throw new Refusal('review.screening.ineligible', {}, 'decision');
  }
  const [blocker] = blockers;
  if (blocker) throw new Refusal(blocker.code, { rule: blocker.rule }, 'decision');
  if (concealed.length > 0) {
    throw new Refusal('veto.concealedPenalty', { rules: concealed.join(' ') }, 'decision');
  }
  return {
    eligible,
    noVetoHit: concealed.length === 0 && !blockers.some(({ code }) => code === 'veto.blocker.hit'),
    creditQueryDated: blockers.length === 0,
  };
}

/** A11. Nobody is excluded by a hit that only one person has seen (vetoes R5). */
function guardsOut({ checks, eligibility }: ScreeningFile, input: ScreeningInput) {
  for (const field of ['reason', 'basis', 'remedy'] as const) {
    if (!input[field]) throw new Refusal('review.screening.tell', {}, field);
  }
  const unread = effectiveChecks(checks).find(
    ({ result, secondReaderId }) => result === 'Hit' && secondReaderId === null,
  );
  if (unread && isEligible(eligibility)) {
    throw new Refusal('review.screening.unread', { rule: unread.rule }, 'decision');
  }
  // The message that tells the reason, the basis and the remedy also invites the statement.
  const told = [input.reason, input.basis, input.remedy].every(Boolean);
  return { reasonGiven: Boolean(input.reason), basisAndRemedyTold: told, statementInvited: told };
}
