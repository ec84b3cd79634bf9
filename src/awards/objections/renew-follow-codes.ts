import { Injectable } from '@nestjs/common';
import { TakeCode } from '../../accounts/codes/take-code.js';
import { Database } from '../../database/database.js';
import { Journal } from '../../journal/journal.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Refusal } from '../../rules/refusal.js';
import { type FollowCode, followHash, newFollowCode } from './follow-code.js';
import { Objection } from './objection.entity.js';
import { ObjectionQueries } from './objection.queries.js';

/** The digits came back: every objection of that mobile gets a new code, and the lost ones end. */
@Injectable()
export class RenewFollowCodes {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionQueries,
    private readonly takeCode: TakeCode,
    private readonly journal: Journal,
  ) {}

  async run(typed: { readonly id: string; readonly code: string }): Promise<FollowCode[]> {
    return this.database.transaction(async () => {
      const asked = await this.takeCode.find(typed.id, 'objection');
      const found = await this.objections.ofMobile(asked?.target ?? '');
      const programmes = new Set(found.map(({ programmeId }) => programmeId));
      for (const id of [...programmes].sort()) await this.database.lock(Programme, id);
      await this.takeCode.run(typed, 'objection', null);
      // A number that nobody objected with gets no digits; who has guessed them learns no more.
      if (!found.length) throw new Refusal('accounts.code.wrong', {}, 'code');
      const codes: FollowCode[] = [];
      for (const { id, receiptNumber, programmeId } of found) {
        const followCode = newFollowCode();
        await this.database.repo(Objection).update({ id }, { followHash: followHash(followCode) });
        await this.journal.record({
          actorId: null,
          actorRole: 'Public',
          event: 'objection.renewCode',
          subjectType: 'objection',
          subjectId: id,
          programmeId,
          details: { receiptNumber },
        });
        codes.push({ receiptNumber, followCode });
      }
      return codes;
    });
  }
}
