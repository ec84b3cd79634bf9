import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Notify } from '../../notifications/notify.js';
import { Refusal, overtaken } from '../../rules/refusal.js';
import { hoursUntil, remindAgainAt } from '../../rules/reminders/cooldown.js';
import type { Actor } from '../../web/actor.js';
import type { ApplicationFile } from './application-file.js';
import { draftProblems } from './submission-problems.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';

const kind = 'confirmationAsked';

/** An agent's finished draft goes to the representative, who confirms by submitting it. */
@Injectable()
export class AskRepresentative {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, file: ApplicationFile): Promise<void> {
    const { application, programme, representatives } = file;
    if (!applicationIn.draft.has(application.state) || !file.open.everything) {
      throw overtaken('applications.locked', 'application', application.state);
    }
    if (representatives.length === 0) throw new Refusal('applications.confirm.noAccount');
    const problems = draftProblems(file).length;
    if (problems > 0) throw new Refusal('applications.confirm.incomplete', { count: problems });
    const path = `/my/applications/${application.id}/declarations`;
    await this.database.transaction(async () => {
      // No row stands for a reminder: of two who press at once the second sees the first.
      await this.journal.hold();
      const now = this.clock.now();
      const again = remindAgainAt(await this.lastAsked(path), now, 'representative');
      if (again) {
        const hours = hoursUntil(again, now);
        throw new Refusal('applications.confirm.askedLately', { hours }, null, 'conflict');
      }
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
        kind,
        variables: { programme: programme.name, category: application.nameZh },
        path,
      });
    });
  }

  private async lastAsked(path: string): Promise<string | null> {
    const row = await this.database.row<{ at: string | null }>(
      'SELECT MAX(created_at) AS at FROM message WHERE kind = ? AND path = ?',
      [kind, path],
    );
    return row?.at ?? null;
  }
}
