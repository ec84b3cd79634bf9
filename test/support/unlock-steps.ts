import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { StandingUnlock } from '../../src/awards/standings/standing-unlock.entity.js';
import { UnlockStandings } from '../../src/awards/standings/unlock-standings.js';
import type { AwardSteps } from './award-steps.js';

const reason = '复核专家1与申报人存在利害关系，未申报。';

/** The steps of rule R4 on the version that is locked, each by calling the use case. */
export class UnlockSteps {
  constructor(private readonly award: AwardSteps) {}

  inForce(): Promise<StandingLock> {
    return this.award.app.database.repo(StandingLock).findOneByOrFail({ state: 'Locked' });
  }

  async change(change: Partial<StandingLock>): Promise<void> {
    const { id } = await this.inForce();
    await this.award.app.database.repo(StandingLock).update(id, change as never);
  }

  /** Of the unlock that is under way. */
  async changeUnlock(change: Partial<StandingUnlock>): Promise<void> {
    const { id: lockId } = await this.inForce();
    await this.award.app.database.repo(StandingUnlock).update({ lockId }, change);
  }

  async ask(actor = this.award.people.first, why = reason): Promise<void> {
    await this.run(actor, why);
  }

  async goOn(actor = this.award.people.supervisor): Promise<void> {
    await this.run(actor, null);
  }

  /** Two tabulators have agreed. */
  async agreed(): Promise<void> {
    await this.ask();
    await this.goOn(this.award.people.second);
  }

  async unlocked(): Promise<void> {
    await this.agreed();
    await this.goOn();
  }

  private async run(actor: AwardSteps['people']['first'], given: string | null): Promise<void> {
    const { id: lockId } = await this.inForce();
    await this.award.app.app.get(UnlockStandings).run(actor, { lockId, reason: given });
  }
}
