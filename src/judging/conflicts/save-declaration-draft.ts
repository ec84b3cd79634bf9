import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import { conflict, missing, overtaken } from '../../rules/refusal.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';
import { conflictIn } from '../../rules/lifecycle/conflict-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { Actor } from '../../web/actor.js';
import { Expert } from '../experts/expert.entity.js';
import { Seat } from '../panel/seat.entity.js';
import type { OwnSeatRow } from '../sheets/judging.queries.js';
import { ConflictDeclaration } from './conflict-declaration.entity.js';
import { DeclarationDraft } from './declaration-draft.entity.js';

export interface SavedDeclaration {
  readonly version: number;
  readonly savedAt: string;
}

/**
 * Keeps a judge's answers until they are signed. Nothing follows from them before that, so the journal says
 * nothing; signing takes them away.
 */
@Injectable()
export class SaveDeclarationDraft {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param version of the answers that the page showed; nought when there were none */
  async run(
    actor: Actor,
    seat: OwnSeatRow,
    answers: ReadonlyMap<string, ConflictAnswer>,
    version: number,
  ): Promise<SavedDeclaration> {
    return this.database.transaction(async () => {
      const { state } = await this.database.share(Programme, seat.programmeId);
      const own = await this.database.lock(Seat, seat.id);
      const expert = await this.database.repo(Expert).findOneByOrFail({ id: own.expertId });
      if (expert.accountId !== actor.accountId) throw missing();
      if (own.vacatedAt) throw conflict('judging.declaration.vacated');
      if (own.declaredAt) {
        const given = await this.database.repo(ConflictDeclaration).findBy({ seatId: seat.id });
        if (!given.some((one) => conflictIn.askedAgain.has(one.state)))
          throw conflict('judging.declaration.signed');
      } else if (!programmeIn.mayDeclare.has(state)) {
        throw overtaken('judging.declaration.notNow', 'programme', state);
      }
      const drafts = this.database.repo(DeclarationDraft);
      const known = await drafts.findOneBy({ seatId: seat.id });
      if ((known?.version ?? 0) !== version) throw conflict();
      const savedAt = this.clock.now();
      const draft = known ?? drafts.create({ id: newId(), seatId: seat.id });
      const saved = await drafts.save(
        Object.assign(draft, { answers: Object.fromEntries(answers), savedAt }),
      );
      return { version: saved.version, savedAt };
    });
  }
}
