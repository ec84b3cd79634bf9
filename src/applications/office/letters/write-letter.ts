import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Journal } from '../../../journal/journal.js';
import { Notify } from '../../../notifications/notify.js';
import { Programme } from '../../../programmes/programme.entity.js';
import type { ChosenGroup } from '../../../rules/delivery/chosen-group.js';
import { Refusal } from '../../../rules/refusal.js';
import { hoursUntil, remindAgainAt } from '../../../rules/reminders/cooldown.js';
import { actingRole } from '../../../web/acting-role.js';
import type { Actor } from '../../../web/actor.js';
import { GroupLetter } from './group-letter.entity.js';
import { GroupLetterQueries, letterPath } from './group-letter.queries.js';

export interface NewLetter {
  readonly programmeId: string;
  readonly chosen: ChosenGroup;
  readonly subject: string;
  readonly body: string;
  /** How many merchants the preview named. */
  readonly merchants: number;
}

/** The office writes to a group of applicants: those whom the preview showed, and no others. */
@Injectable()
export class WriteLetter {
  constructor(
    private readonly database: Database,
    private readonly letters: GroupLetterQueries,
    private readonly notify: Notify,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, letter: NewLetter): Promise<string> {
    const { programmeId, chosen, subject, body } = letter;
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const all = await this.letters.addressees(programmeId, chosen);
      const reached = all.filter(({ people }) => people > 0);
      if (reached.length === 0) throw new Refusal('applications.letters.nobody');
      if (reached.length !== letter.merchants) {
        const count = reached.length;
        throw new Refusal('applications.letters.changed', { count }, null, 'conflict');
      }
      const now = this.clock.now();
      await this.refuseAgain(letter, now);
      const id = newId();
      const merchants = reached.length;
      const facts = { id, programmeId, chosen, subject, body, merchants };
      await this.database
        .repo(GroupLetter)
        .insert({ ...facts, sentBy: actor.accountId, sentAt: now });
      const news = { kind: 'officeLetter', variables: { subject, body }, path: letterPath(id) };
      for (const { merchantId } of reached) await this.notify.merchant(merchantId, news);
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'letter.send',
        subjectType: 'letter',
        subjectId: id,
        programmeId,
        details: { ...chosen, merchants },
      });
      return id;
    });
  }

  /** The same words to the same group are a second press, or a reminder too early. */
  private async refuseAgain({ programmeId, chosen, subject, body }: NewLetter, now: string) {
    const before = await this.letters.ofProgramme(programmeId);
    const same = before.find(
      (one) =>
        one.subject === subject &&
        one.body === body &&
        JSON.stringify(one.chosen) === JSON.stringify(chosen),
    );
    const again = remindAgainAt(same?.sentAt ?? null, now, 'letters');
    if (!again) return;
    const hours = hoursUntil(again, now);
    throw new Refusal('applications.letters.sentLately', { hours }, null, 'conflict');
  }
}
