import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { type Termination, TerminateProgramme } from '../../programmes/terminate-programme.js';
import { overtaken } from '../../rules/refusal.js';
import { translate } from '../../text/catalogue.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { PrepareNotice } from '../notices/prepare-notice.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Database } from '../../database/database.js';

/**
 * The approver decides that a programme stops, and with it writes the public notice. Nothing ends
 * before a second person has posted that notice.
 */
@Injectable()
export class DecideTermination {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly terminate: TerminateProgramme,
    private readonly prepareNotice: PrepareNotice,
  ) {}

  async run(
    actor: Actor,
    given: Termination & { readonly version: number },
  ): Promise<{ draftId: string }> {
    actingRole(actor, ['Approver'], given.programmeId);
    const { programmeId, ground, reason } = given;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      if (programme.version !== given.version) {
        throw overtaken('errors.conflict', 'programme', programme.state);
      }
      await this.terminate.requirePossible(given);
      return this.prepareNotice.run(actor, {
        programmeId,
        kind: 'termination',
        title: translate('zh-CN', 'awards.notice.title.termination', { programme: programme.name }),
        documentNumber: null,
        workingDays: null,
        lastDay: null,
        discipline: null,
        disciplineTelephone: null,
        reason,
        basisText: translate('zh-CN', `programmes.termination.ground.${ground}`),
        ground,
      });
    });
  }
}
