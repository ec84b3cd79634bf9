import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { missing } from '../../../rules/refusal.js';
import { translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { Me } from '../../../web/http/parameters.js';
import { page } from '../../../web/views/page.js';
import { TitleQueries, noFilter } from '../title.queries.js';
import { titleTable } from './title-list.js';
import { certificatesPage, officeTitlesPage } from './titles.page.js';

/** Titles of all years fit on one page of the office and one print run. */
const ALL = 2000;

@Controller()
export class TitlesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly titles: TitleQueries,
    private readonly clock: Clock,
    private readonly showList: ShowList,
  ) {}

  @Get('office/titles')
  @Access('title.read')
  async index(@ListVisit() visitor: ListVisitor) {
    const table = await titleTable(this.titles, this.today);
    return this.showList.run(visitor, table, 'awards.titles.title', (found) =>
      page('awards/office-titles', officeTitlesPage(found)),
    );
  }

  @Get('office/titles/certificates')
  @Access('title.read')
  async printRun() {
    const rows = await this.titles.find({ ...noFilter, state: 'Active' }, this.today, ALL);
    return page('awards/certificates', certificatesPage(rows, this.office, '/office/titles'));
  }

  @Get('my/titles/:id/certificate')
  @Access('merchant')
  async certificate(@Me() me: Actor, @Param('id') id: string) {
    const row = await this.titles.byId(id, this.today);
    if (!row || row.merchantId !== merchantOf(me)) throw missing();
    return page('awards/certificates', certificatesPage([row], this.office, '/my'));
  }

  private get today(): string {
    return beijingDate(this.clock.now());
  }

  private get office(): string {
    return this.config.office.name || translate('zh-CN', 'office.name');
  }
}
