import { Injectable } from '@nestjs/common';
import { Clock } from '../../../config/clock.js';
import { Database } from '../../../database/database.js';
import { newId } from '../../../database/new-id.js';
import { Notify } from '../../../notifications/notify.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { SetUpQueries } from '../../../programmes/set-up.queries.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { programmeIn } from '../../../rules/lifecycle/programme-groups.js';
import { lastDeadline } from '../../../rules/programme/phase-deadline.js';
import { sha256Hex } from '../../../rules/provenance/sha256-hex.js';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import type { Actor } from '../../../web/actor.js';
import { actingRole } from '../../../web/acting-role.js';
import { CityTakeover } from '../../city-takeover.entity.js';
import { MoveApplication } from '../../move-application.js';
import { TakeoverQueries } from './takeover.queries.js';
import { TellApplicant } from '../../tell-applicant.js';

export interface Takeover {
  readonly programmeId: string;
  /** The screener who goes on with them. */
  readonly ownerId: string;
  readonly reason: string;
}

/** P04: after the limit the city goes on with what the divisions left without an opinion. */
@Injectable()
export class TakeOverApplications {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly takeovers: TakeoverQueries,
    private readonly moveApplication: MoveApplication,
    private readonly notify: Notify,
    private readonly tell: TellApplicant,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { programmeId, ownerId, reason }: Takeover): Promise<number> {
    const role = actingRole(actor, ['CityRegistrar'], programmeId);
    return this.database.transaction(async () => {
      await this.database.lock(Programme, programmeId);
      const programme = await this.programmes.byId(programmeId);
      if (!programmeIn.divisionReview.has(programme.state))
        throw overtaken('review.takeover.notNow', 'programme', programme.state);
      const owners = await this.takeovers.owners();
      if (!owners.some(({ id }) => id === ownerId))
        throw new Refusal('review.takeover.owner', {}, 'ownerId');
      const extensions = await this.setUp.extensions(programmeId);
      const lastDay = lastDeadline(programme.calendar, extensions, programme.state) ?? '';
      const now = this.clock.now();
      const pending = await this.takeovers.pending(programmeId);
      if (!pending.length) throw overtaken('review.takeover.nothing', 'programme', programme.state);
      const runs = () => new Refusal('review.takeover.limitRuns', { lastDay });
      const noReason = () => new Refusal('forms.required', {}, 'reason');
      for (const { id: applicationId } of pending) {
        await this.moveApplication.run({
          applicationId,
          event: 'takeOver',
          actorId: actor.accountId,
          role,
          guards: {
            divisionLimitPassed: beijingDate(now) > lastDay,
            reasonGiven: reason.trim() !== '',
          },
          details: { owner: ownerId, reason: sha256Hex(reason) },
          words: { divisionLimitPassed: runs, reasonGiven: noReason },
        });
        const takeover = { id: newId(), applicationId, reason, ownerId };
        const taken = { takenBy: actor.accountId, takenAt: now };
        await this.database.repo(CityTakeover).insert({ ...takeover, ...taken });
        const path = `/my/applications/${applicationId}`;
        await this.tell.run(applicationId, { kind: 'applicationTakenOver', path });
      }
      const variables = { count: pending.length, programme: programme.name };
      const path = '/office/screening?state=Recommended';
      await this.notify.accounts([ownerId], { kind: 'takeoverGiven', variables, path });
      await this.notify.holders(['Supervisor'], {
        kind: 'takeoverGiven',
        variables,
        path: '/supervision',
      });
      return pending.length;
    });
  }
}
