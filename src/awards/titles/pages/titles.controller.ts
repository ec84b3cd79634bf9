import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { missing } from '../../../rules/refusal.js';
import { translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import { type Actor, merchantOf } from '../../../web/actor.js';
import { attemptMerging } from '../../../web/forms/merge-form.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { page, redirect } from '../../../web/views/page.js';
import { ExpireTitles } from '../expire-titles.js';
import { MoveTitle } from '../move-title.js';
import { titleList } from './title-list.js';
import { TitleQueries, noFilter } from '../title.queries.js';
import { TitleForm } from './titles.form.js';
import { certificatesPage, officeTitlePage, officeTitlesPage } from './titles.page.js';

/** Titles of all years fit on one page of the office and one print run. */
const ALL = 2000;

@Controller()
export class TitlesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly titles: TitleQueries,
    private readonly move: MoveTitle,
    private readonly expire: ExpireTitles,
    private readonly clock: Clock,
    private readonly showList: ShowList,
  ) {}

  @Get('office/titles')
  @Access('title.read')
  async index(@ListVisit() visitor: ListVisitor) {
    const unwritten = await this.titles.unwritten(this.today);
    return this.showList.run(visitor, await this.table(), 'awards.titles.title', (found) =>
      page('awards/office-titles', officeTitlesPage(found, unwritten)),
    );
  }

  private async table() {
    const [categories, years] = await Promise.all([this.titles.categories(), this.titles.years()]);
    return titleList(this.today, { categories, years: years.map(({ year }) => year) });
  }

  @Get('office/titles/certificates')
  @Access('title.read')
  async printRun() {
    const rows = await this.titles.find({ ...noFilter, state: 'Active' }, this.today, ALL);
    return page('awards/certificates', certificatesPage(rows, this.office, '/office/titles'));
  }

  @Post('office/titles/expiry')
  @Access('title.confer')
  async createExpiry(@Me() me: Actor) {
    const count = await this.expire.run(me);
    return redirect('/office/titles', 'awards.titles.expired', { count });
  }

  @Get('office/titles/:id')
  @Access('title.read')
  async show(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    return this.showList.walk(visitor, id, () => this.table(), await this.page(id));
  }

  @Post('office/titles/:id/state')
  @Access('title.change')
  async updateState(
    @Me() me: Actor,
    @Param('id') titleId: string,
    @Form(TitleForm) form: Submitted<TitleForm>,
  ) {
    const outcome = await attemptMerging(form, ({ version, event, reason, grounds }) =>
      this.move.run(me, { titleId, version, event, reason, grounds }),
    );
    if (!outcome.done) return this.page(titleId, outcome.form, outcome.status);
    return redirect(`/office/titles/${titleId}`, 'awards.titles.changed');
  }

  @Get('my/titles/:id/certificate')
  @Access('merchant')
  async certificate(@Me() me: Actor, @Param('id') id: string) {
    const row = await this.titles.byId(id, this.today);
    if (!row || row.merchantId !== merchantOf(me)) throw missing();
    return page('awards/certificates', certificatesPage([row], this.office, '/my'));
  }

  private async page(id: string, sent?: Submitted<TitleForm>, status = 200) {
    const row = await this.titles.byId(id, this.today);
    if (!row) throw missing();
    return page('awards/office-title', officeTitlePage(row, sent, status === 409), status);
  }

  private get today(): string {
    return beijingDate(this.clock.now());
  }

  private get office(): string {
    return this.config.office.name || translate('zh-CN', 'office.name');
  }
}
