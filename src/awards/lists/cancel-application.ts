import { Injectable } from '@nestjs/common';
import { Application } from '../../applications/application.entity.js';
import { MoveApplication } from '../../applications/move-application.js';
import { Database } from '../../database/database.js';
import { Refusal } from '../../rules/refusal.js';
import type { Actor } from '../../web/actor.js';
import { actingRole } from '../../web/acting-role.js';
import { Title } from '../titles/title.entity.js';
import { BuildAwardList } from './build-award-list.js';
import { Programme } from '../../programmes/programme.entity.js';
import { TellApplicant } from '../../applications/tell-applicant.js';

/** Rule A24: a veto hit, false material or canvassing. After publication the list gets a new version. */
@Injectable()
export class CancelApplication {
  constructor(
    private readonly database: Database,
    private readonly build: BuildAwardList,
    private readonly moveApplication: MoveApplication,
    private readonly tell: TellApplicant,
  ) {}

  async run(
    actor: Actor,
    input: {
      readonly programmeId: string;
      readonly receiptNumber: string;
      readonly ground: string;
      readonly reason: string;
      readonly hearingHeld: boolean;
    },
  ): Promise<void> {
    const role = actingRole(actor, ['Approver'], input.programmeId);
    const { programmeId } = input;
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const application = await this.database
        .repo(Application)
        .findOneBy({ programmeId, receiptNumber: input.receiptNumber });
      if (!application) throw new Refusal('awards.cancel.unknown', {}, 'receiptNumber');
      const { id } = application;
      const titles = await this.database.repo(Title).countBy({ applicationId: id });
      await this.moveApplication.run({
        applicationId: id,
        event: 'cancel',
        actorId: actor.accountId,
        role,
        guards: {
          noTitleExists: titles === 0,
          cancellationGroundHolds: input.ground.trim() !== '',
          reasonGiven: input.reason.trim() !== '',
          hearingHeld: input.hearingHeld,
        },
        details: { ground: input.ground },
        changesPublicPages: true,
      });
      await this.tell.run(application.id, {
        kind: 'application.cancelled',
        path: `/my/applications/${id}`,
      });
      await this.build.leaveOut(id, { programmeId, actor, role, reason: input.reason });
    });
  }
}
