import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { PhaseClock } from '../../../programmes/phase-clock.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { Refusal, conflict } from '../../../rules/refusal.js';
import { RuleError } from '../../../rules/rule-error.js';
import { nextReminderOn, owesReminder } from '../../../rules/titles/warning-term.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { lockTitle } from '../lock-title.js';
import { TitleDesk } from '../title-desk.js';
import { TitleWarning } from '../title-warning.entity.js';
import type { Title } from '../title.entity.js';
import { TitleWarningQueries, type WarningRow } from './title-warning.queries.js';

/** Reminds the holder of a warned title of its term: by hand, and by itself in the last days. */
@Injectable()
export class RemindWarned implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly warnings: TitleWarningQueries,
    private readonly workingDays: WorkingDays,
    private readonly desk: TitleDesk,
    private readonly phaseClock: PhaseClock,
  ) {}

  onModuleInit(): void {
    this.phaseClock.alsoRun(() => this.remindOwed());
  }

  async run(actor: Actor, titleId: string): Promise<void> {
    actingRole(actor, ['CityRegistrar']);
    await this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      actingRole(actor, ['CityRegistrar'], title.programmeId);
      const warning = await this.warnings.openOf(titleId);
      if (!warning) throw conflict('awards.warning.notOpen');
      const next = nextReminderOn(await this.workingDays.calendar(), warning);
      if (this.desk.today < next)
        throw new Refusal('awards.warning.remindedAlready', { day: next });
      await this.remind(title, warning, {
        actorId: actor.accountId,
        actorRole: 'CityRegistrar',
      });
    });
  }

  /** @returns how many were reminded */
  async remindOwed(): Promise<number> {
    const open = await this.warnings.open();
    let reminded = 0;
    for (const warning of open) {
      if ((await this.owed(warning)) && (await this.remindIfOwed(warning.titleId))) reminded += 1;
    }
    return reminded;
  }

  private remindIfOwed(titleId: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const title = await lockTitle(this.database, titleId);
      const warning = await this.warnings.openOf(titleId);
      if (!warning || !(await this.owed(warning))) return false;
      await this.remind(title, warning, { actorId: null, actorRole: 'System' });
      return true;
    });
  }

  /** A term that runs into a year without working days cannot be counted back from. */
  private async owed(warning: WarningRow): Promise<boolean> {
    try {
      return owesReminder(await this.workingDays.calendar(), warning, this.desk.today);
    } catch (error) {
      if (error instanceof RuleError) return false;
      throw error;
    }
  }

  private async remind(
    title: Title,
    { id, termEndsOn }: WarningRow,
    by: { readonly actorId: string | null; readonly actorRole: 'CityRegistrar' | 'System' },
  ): Promise<void> {
    await this.database.repo(TitleWarning).update(id, { remindedOn: this.desk.today });
    await this.desk.record(by, title, 'title.remind', { warning: id, termEndsOn });
    await this.desk.tellHolder(title, 'title.reminded', { day: termEndsOn });
  }
}
