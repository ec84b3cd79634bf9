import { Controller, Get, Param } from '@nestjs/common';
import { isConferred } from '../../../rules/lifecycle/state-for-applicant.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { page } from '../../../web/views/page.js';
import { PinQueries } from '../../../judging/sheets/pins/pin.queries.js';
import { StandingQueries, type WorkingRow } from '../standing.queries.js';
import { workingPage } from './working.page.js';

@Controller()
export class WorkingController {
  constructor(
    private readonly standings: StandingQueries,
    private readonly pins: PinQueries,
  ) {}

  @Get('office/standings/:categoryId/:applicationId')
  @Access('standings.read')
  async show(
    @Param('categoryId') categoryId: string,
    @Param('applicationId') applicationId: string,
  ) {
    const row = await this.standings.working(applicationId);
    if (!row || row.categoryId !== categoryId) throw missing();
    const path = `/office/standings/${categoryId}`;
    return this.working(applicationId, row, path);
  }

  /** The merchant's own, after publication, and nobody else's. */
  @Get('my/applications/:applicationId/working')
  @Access('merchant')
  async own(@Me() me: Actor, @Param('applicationId') applicationId: string) {
    const row = await this.standings.working(applicationId);
    const own = row !== null && row.merchantId === merchantOf(me);
    if (!own || !isConferred(row.programmeState)) throw missing();
    return this.working(applicationId, row, `/my/applications/${applicationId}`);
  }

  private async working(applicationId: string, row: WorkingRow, href: string) {
    const pins = await this.pins.ofApplication(applicationId);
    const back = [{ label: row.programmeName, href }];
    return page('awards/working', workingPage(row, back, pins));
  }
}
