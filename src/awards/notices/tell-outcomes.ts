import { Injectable } from '@nestjs/common';
import { TellApplicant } from '../../applications/tell-applicant.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { applicationIn } from '../../rules/lifecycle/application-groups.js';
import type { OutcomeRow } from '../lists/award-list.queries.js';
import type { Notice } from './notice.entity.js';

/**
 * What became of an application is told with the notice that makes it public and in its transaction:
 * nobody hears of it before everybody can read it, and whoever is not named hears on the same day.
 */
@Injectable()
export class TellOutcomes {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly tell: TellApplicant,
  ) {}

  /** @param outcomes as they were before the notice moved them */
  async publicity(notice: Notice, outcomes: readonly OutcomeRow[]): Promise<void> {
    const { name: programme } = await this.programmes.byId(notice.programmeId);
    const variables = { programme, until: notice.lastDay ?? notice.postedOn };
    const path = `/notices/${notice.id}`;
    for (const { applicationId, state } of outcomes) {
      if (applicationIn.proposed.has(state)) {
        await this.tell.run(applicationId, { kind: 'application.inPublicity', variables, path });
      } else if (applicationIn.notProposed.has(state)) {
        await this.tell.run(applicationId, { kind: 'application.notListed', variables, path });
      }
    }
  }

  async publication(notice: Notice, outcomes: readonly OutcomeRow[]): Promise<void> {
    const { name: programme } = await this.programmes.byId(notice.programmeId);
    for (const { applicationId, state } of outcomes) {
      if (!applicationIn.hasLetter.has(state)) continue;
      const selected = applicationIn.selected.has(state);
      await this.tell.run(applicationId, {
        kind: selected ? 'application.selected' : 'application.notSelected',
        variables: { programme },
        path: `/my/applications/${applicationId}/letter`,
      });
    }
  }
}
