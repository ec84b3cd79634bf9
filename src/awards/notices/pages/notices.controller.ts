import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { Clock } from '../../../config/clock.js';
import { WorkingDays } from '../../../programmes/working-days.js';
import { workingDaysLeft } from '../../../rules/calendar/working-day-calendar.js';
import { countsOtherwise } from '../../../rules/calendar/printed-days.js';
import { missing } from '../../../rules/refusal.js';
import { translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import { Asked } from '../../../web/http/parameters.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { download, page, paperFile } from '../../../web/views/page.js';
import { type AwardListRecord, AwardListQueries } from '../../lists/award-list.queries.js';
import { type NoticeRow, NoticeQueries } from '../notice.queries.js';
import { feed } from './feed.js';
import { XLSX_TYPE } from '../../../text/xlsx.js';
import { listCsv, listJson, listXlsx } from '../../lists/pages/list-file.js';
import type { ListWords } from '../../lists/pages/list-remarks.js';
import { writePlainText } from '../../../paper/paper-text.js';
import { noticePaper } from './notice-paper.js';
import { noticePage, noticeSheetPage, noticesPage } from './notices.page.js';
import { pageNumber } from '../../pages/paging.js';

const PAGE = 30;
const FEED = 50;
const LONGEST_SEARCH = 60;

@Controller()
export class NoticesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly notices: NoticeQueries,
    private readonly lists: AwardListQueries,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  @Get('notices')
  @Access('public')
  @PublicPage()
  async index(@Asked('page') asked?: string, @Asked('text') typed = '') {
    const number = pageNumber(asked);
    const text = typed.slice(0, LONGEST_SEARCH);
    const { rows, total } = await this.notices.find(text, PAGE, (number - 1) * PAGE);
    const query: Record<string, string> = text ? { text } : {};
    return page(
      'awards/notices',
      noticesPage(rows, { page: number, size: PAGE, total, query }, text),
    );
  }

  @Get('feed.xml')
  @Access('public')
  @PublicPage()
  async feed() {
    const office = this.officeName;
    const text = feed(await this.notices.latest(FEED), {
      title: `${office} ${translate('zh-CN', 'navigation.notices')}`,
      office,
      publicUrl: this.config.publicUrl,
      now: this.clock.now(),
    });
    return download(text, 'application/atom+xml; charset=utf-8', 'feed.xml', true);
  }

  @Get('notices/:id.json')
  @Access('public')
  @PublicPage()
  async json(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { notice, list } = await this.load(id);
    const { facts, programmeState: _state, hasRubric: _rubric, ...rest } = notice;
    const content = JSON.stringify({
      ...rest,
      issuer: facts.issuer ?? null,
      hash: facts.hash ?? null,
      list: list && listJson(words(request), list),
    });
    return download(content, 'application/json; charset=utf-8', `${id}.json`, true);
  }

  @Get('notices/:id')
  @Access('public')
  @PublicPage()
  async show(@Param('id') id: string) {
    return page('awards/notice', noticePage(await this.rows(id)));
  }

  @Get('notices/:id/print')
  @Access('public')
  @PublicPage()
  async print(@Param('id') id: string) {
    return page('awards/notice-sheet', noticeSheetPage(await this.rows(id)));
  }

  @Get('notices/:id.docx')
  @Access('public')
  @PublicPage()
  async docx(@Param('id') id: string) {
    const paper = await this.paper(id);
    return paperFile(() => paper, id);
  }

  @Get('notices/:id.txt')
  @Access('public')
  @PublicPage()
  async text(@Param('id') id: string) {
    const text = writePlainText(await this.paper(id));
    return download(text, 'text/plain; charset=utf-8', `${id}.txt`, true);
  }

  @Get('notices/:id/list.csv')
  @Access('public')
  @PublicPage()
  async csv(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { list } = await this.load(id);
    if (!list) throw missing();
    return download(listCsv(words(request), list), 'text/csv; charset=utf-8', `${id}.csv`);
  }

  @Get('notices/:id/list.xlsx')
  @Access('public')
  @PublicPage()
  async xlsx(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { list } = await this.load(id);
    if (!list) throw missing();
    return download(await listXlsx(words(request), list), XLSX_TYPE, `${id}.xlsx`);
  }

  @Get('notices/:id/list.json')
  @Access('public')
  @PublicPage()
  async listJson(@Req() request: FastifyRequest, @Param('id') id: string) {
    const { list } = await this.load(id);
    if (!list) throw missing();
    const content = JSON.stringify(listJson(words(request), list));
    return download(content, 'application/json; charset=utf-8', `${id}-list.json`, true);
  }

  private async paper(id: string) {
    const { notice, list } = await this.load(id);
    return noticePaper(notice, list, this.officeName);
  }

  private async rows(id: string) {
    const { notice, list } = await this.load(id);
    const { lastDay } = notice;
    const calendar = lastDay ? await this.workingDays.calendar() : null;
    const daysLeft =
      lastDay && calendar ? workingDaysLeft(calendar, this.clock.now(), lastDay) : null;
    const { officeName } = this;
    const keepsDates = calendar !== null && countsOtherwise(calendar, notice);
    return { notice, list, daysLeft, officeName, keepsDates };
  }

  private get officeName(): string {
    return this.config.office.name || translate('zh-CN', 'office.name');
  }

  private async load(id: string): Promise<{ notice: NoticeRow; list: AwardListRecord | null }> {
    const notice = await this.notices.byId(id);
    if (!notice) throw missing();
    const list = notice.listId ? await this.lists.publicById(notice.listId) : null;
    return { notice, list };
  }
}

function words({ lang }: FastifyRequest): ListWords {
  return { lang, t: (key, variables) => translate(lang, key, variables) };
}
