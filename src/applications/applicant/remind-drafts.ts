import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { PhaseClock } from '../../programmes/phase-clock.js';
import { type ReminderStage, dueReminder } from '../../rules/applications/draft-reminder.js';
import { beijingDate, daysBetween } from '../../rules/calendar/beijing-time.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import { TellApplicant } from '../tell-applicant.js';
import { shareWithProgramme } from '../share-with-programme.js';
import { ApplicationFiles } from './application-files.js';
import { type OpenDraft, ReopenedQueries } from './reopened.queries.js';

/** Milliseconds that Beijing is ahead of universal time. */
const BEIJING_OFFSET = 8 * 3_600_000;

/** Tells merchants of drafts that are not handed in, three days and one day before their deadline. */
@Injectable()
export class RemindDrafts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly drafts: ReopenedQueries,
    private readonly files: ApplicationFiles,
    private readonly journal: Journal,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.run());
  }

  async run(): Promise<void> {
    for (const draft of await this.drafts.drafts()) {
      const window = await this.files.windowOf(draft);
      if (window?.open && this.due(window.lastDay, [])) await this.remind(draft, window.lastDay);
    }
  }

  private due(lastDay: string, sent: readonly ReminderStage[]): ReminderStage | null {
    const now = this.clock.now();
    const hour = new Date(Date.parse(now) + BEIJING_OFFSET).getUTCHours();
    return dueReminder(daysBetween(beijingDate(now), lastDay), hour, sent);
  }

  private async remind(draft: OpenDraft, lastDay: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await shareWithProgramme(this.database, draft);
      if (!applicationIn.draft.has(row.state)) return;
      const stage = this.due(lastDay, await this.sent(draft.id, lastDay));
      if (!stage) return;
      const days = daysBetween(beijingDate(this.clock.now()), lastDay);
      await this.tell.run(draft.id, {
        kind: row.submittedAt ? 'changeDue' : 'draftDue',
        variables: { day: lastDay, days },
        path: `/my/applications/${draft.id}`,
      });
      await this.journal.record({
        actorId: null,
        actorRole: 'System',
        event: 'application.remindDraft',
        subjectType: 'application',
        subjectId: draft.id,
        programmeId: draft.programmeId,
        details: { stage, lastDay },
      });
    });
  }

  /** Stages told for this deadline; a moved deadline is told of anew. */
  private async sent(applicationId: string, lastDay: string): Promise<readonly ReminderStage[]> {
    const rows = await this.database.rows<{ details: string }>(
      `SELECT details FROM journal_entry
       WHERE subject_type = 'application' AND subject_id = ? AND event = 'application.remindDraft'
       ORDER BY sequence`,
      [applicationId],
    );
    return rows
      .map(({ details }) => JSON.parse(details) as { stage: ReminderStage; lastDay: string })
      .filter((told) => told.lastDay === lastDay)
      .map(({ stage }) => stage);
  }
}
