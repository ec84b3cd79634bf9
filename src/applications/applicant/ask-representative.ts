import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import type { ApplicationFile } from './application-file.js';
import { draftProblems } from './submission-problems.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

/** An agent's finished draft goes to the representative, who confirms by submitting it. */
@Injectable()
export class AskRepresentative {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
  ) {}

  async run(actor: Actor, file: ApplicationFile): Promise<void> {
    const { application, programme, representatives } = file;
    if (!applicationIn.draft.has(application.state) || !file.open.everything) {
      throw overtaken('applications.locked', 'application', application.state);
    }
    if (representatives.length === 0) throw new Refusal('applications.confirm.noAccount');
    const problems = draftProblems(file).length;
    if (problems > 0) throw new Refusal('applications.confirm.incomplete', { count: problems });
    await this.database.transaction(async () => {
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: 'Agent',
        event: 'application.askConfirmation',
        subjectType: 'application',
        subjectId: application.id,
        programmeId: programme.id,
        details: { representatives: representatives.length },
      });
      await this.notify.accounts(representatives, {
        kind: 'confirmationAsked',
        variables: { programme: programme.name, category: application.nameZh },
        path: `/my/applications/${application.id}/declarations`,
      });
    });
  }
}
