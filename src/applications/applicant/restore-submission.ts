import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { Actor } from '../../web/actor.js';
import { Application } from '../application.entity.js';
import { EvidenceLink } from '../evidence-link.entity.js';
import { Figure } from '../figure.entity.js';
import { lockWithProgramme } from '../lock-with-programme.js';
import { MoveApplication } from '../move-application.js';
import { newFigure } from '../new-figure.js';
import { TellApplicant } from '../tell-applicant.js';
import { Submission } from '../submission.entity.js';
import { ApplicationFiles } from './application-files.js';
import { ReopenedQueries } from './reopened.queries.js';
import { merchantRole } from './merchant-role.js';

/** Undoes a change that was not handed in: the last version counts again (A02s). */
@Injectable()
export class RestoreSubmission implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reopened: ReopenedQueries,
    private readonly files: ApplicationFiles,
    private readonly move: MoveApplication,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.afterDeadline());
  }

  /** The merchant gives its change up. */
  async run(actor: Actor, applicationId: string): Promise<void> {
    await this.restore(applicationId, {
      actorId: actor.accountId,
      role: merchantRole(actor),
      overdue: false,
    });
  }

  /** What was taken back and not handed in again by its deadline counts as it was. */
  async afterDeadline(): Promise<void> {
    for (const row of await this.reopened.all()) {
      const window = await this.files.windowOf(row);
      if (window && this.clock.now() < window.acceptsUntil) continue;
      await this.restore(row.id, { actorId: null, role: 'System', overdue: true });
    }
  }

  private async restore(
    applicationId: string,
    by: {
      readonly actorId: string | null;
      readonly role: ReturnType<typeof merchantRole> | 'System';
      readonly overdue: boolean;
    },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const row = await lockWithProgramme(this.database, applicationId);
      // Handed in or withdrawn a moment ago: the clock has nothing left to do.
      if (by.overdue && !applicationIn.draft.has(row.state)) return;
      const last = await this.database
        .repo(Submission)
        .findOne({ where: { applicationId }, order: { number: 'DESC' } });
      await this.move.run({
        applicationId,
        event: 'restoreSubmission',
        actorId: by.actorId,
        role: by.role,
        guards: { submittedBefore: last !== null },
        details: { number: last?.number, contentHash: last?.contentHash, overdue: by.overdue },
      });
      if (last) await this.putBack(row.id, last);
      if (!by.overdue) return;
      await this.tell.run(applicationId, {
        kind: 'changeNotHandedIn',
        variables: { version: last?.number ?? 0 },
        path: `/my/applications/${applicationId}`,
      });
    });
  }

  private async putBack(applicationId: string, { content, submittedAt }: Submission) {
    const row = await this.database.lock(Application, applicationId);
    const { divisionCode, snapshot, answers, eligibility, eligibilityAt } = content;
    Object.assign(row, {
      divisionCode,
      snapshot,
      answers,
      eligibility,
      eligibilityAt,
      submittedAt,
    });
    await this.database.repo(Application).save(row);
    await this.database.repo(Figure).delete({ applicationId });
    const figures = content.figures.map(({ key, claimed }) =>
      newFigure(applicationId, key, claimed),
    );
    for (let i = 0; i < figures.length; i += 200) {
      await this.database.repo(Figure).insert(figures.slice(i, i + 200));
    }
    await this.database.repo(EvidenceLink).delete({ applicationId });
    const links = content.evidence.map(({ documentId, indicator, caption, createdAt }) => ({
      id: newId(),
      applicationId,
      documentId,
      indicator,
      caption,
      createdAt,
    }));
    await this.database.repo(EvidenceLink).insert(links);
  }
}
