import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../config/clock.js';
import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { missing } from '../../../rules/refusal.js';
import { type Language, translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import { AllAsked } from '../../../web/http/parameters.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { Assets } from '../../../web/assets.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { AwardListQueries } from '../../lists/award-list.queries.js';
import { listDifferences } from '../../lists/list-rows.js';
import { type TitleRow, TitleQueries } from '../title.queries.js';
import { changesPage } from '../../lists/pages/changes.page.js';
import { recomputeFile } from '../../lists/pages/recompute-file.js';
import { recomputePage } from '../../lists/pages/recompute.page.js';
import { readFilter } from './honours.form.js';
import { honoursPage } from './honours.page.js';
import { writeCsv } from '../../../text/csv.js';
import { pageNumber } from '../../pages/paging.js';
import { categoryName } from '../../pages/labels.js';

const PAGE = 50;
/** Rows of a download; a city has a few hundred titles. */
const DOWNLOAD = 20_000;
type Asked = Readonly<Record<string, string | undefined>>;

@Controller('awards')
export class HonoursController {
  constructor(
    private readonly titles: TitleQueries,
    private readonly lists: AwardListQueries,
    private readonly assets: Assets,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async index(@AllAsked() asked: Asked) {
    return this.roll(asked);
  }

  @Get('list.csv')
  @Access('public')
  @PublicPage()
  async csv(@Req() { lang }: FastifyRequest, @AllAsked() asked: Asked) {
    const rows = await this.found(lang, asked);
    const header = fields.map((name) => translate(lang, `awards.field.${name}`));
    const content = writeCsv(
      header,
      rows.map((row) => fields.map((name) => row[name])),
    );
    return download(content, 'text/csv; charset=utf-8', 'awards.csv');
  }

  @Get('list.json')
  @Access('public')
  @PublicPage()
  async json(@Req() { lang }: FastifyRequest, @AllAsked() asked: Asked) {
    const content = JSON.stringify({ titles: await this.found(lang, asked) });
    return download(content, 'application/json; charset=utf-8', 'awards.json', true);
  }

  @Get('lists/:id/changes')
  @Access('public')
  @PublicPage()
  async changes(@Param('id') id: string) {
    const list = await this.lists.publicById(id);
    if (!list) throw missing();
    const before = await this.lists.before(list);
    const differences = before ? listDifferences(before.rows, list.rows) : [];
    return page('awards/changes', changesPage(list, before, differences));
  }

  @Get('lists/:id/bundle.json')
  @Access('public')
  @PublicPage()
  async bundle(@Param('id') id: string) {
    const bundle = await this.lists.bundle(id);
    if (!bundle) throw missing();
    const content = JSON.stringify(bundle);
    return download(content, 'application/json; charset=utf-8', `bundle-${id}.json`);
  }

  @Get('lists/:id/recompute')
  @Access('public')
  @PublicPage()
  async recompute(@Param('id') id: string) {
    const list = await this.lists.publicById(id);
    if (list?.kind !== 'award' || list.hasBundle === 0) throw missing();
    return page('awards/recompute', recomputePage(list, this.assets.recomputeWorker));
  }

  @Get('lists/:id/recompute.html')
  @Access('public')
  @PublicPage()
  async recomputeFile(@Req() { lang }: FastifyRequest, @Param('id') id: string) {
    const bundle = await this.lists.bundle(id);
    if (!bundle) throw missing();
    const content = recomputeFile(bundle, this.assets.recomputing, lang);
    return download(content, 'text/html; charset=utf-8', `recompute-${id}.html`);
  }

  @Get(':year')
  @Access('public')
  @PublicPage()
  async year(@Param('year') year: string, @AllAsked() asked: Asked) {
    if (!/^(19|20)\d{2}$/.test(year)) throw missing();
    return asked.year ? redirect(`/awards?year=${year}`) : this.roll({ ...asked, year });
  }

  private async roll(asked: Asked) {
    const filter = readFilter(asked);
    const number = pageNumber(asked.page);
    const today = beijingDate(this.clock.now());
    const [titles, total, years, categories] = await Promise.all([
      this.titles.find(filter, today, PAGE, (number - 1) * PAGE),
      this.titles.count(filter, today),
      this.titles.years(),
      this.titles.categories(),
    ]);
    const paging = { page: number, size: PAGE, total };
    return page('awards/honours', honoursPage({ filter, titles, years, categories, paging }));
  }

  /** The same filter and the same fields as the page. */
  private async found(lang: Language, asked: Asked) {
    const today = beijingDate(this.clock.now());
    const rows = await this.titles.find(readFilter(asked), today, DOWNLOAD);
    return rows.map((row) => publicFields(lang, row));
  }
}

const fields = [
  'year',
  'category',
  'division',
  'name',
  'certificate',
  'state',
  'since',
  'validFrom',
  'validTo',
] as const;

function publicFields(
  lang: Language,
  row: TitleRow,
): Record<(typeof fields)[number], string | number> {
  return {
    year: row.year,
    category: categoryName({ lang }, row),
    division: translate(lang, `division.${row.divisionCode}`),
    name: row.merchantName,
    certificate: row.certificateNumber,
    state: translate(lang, `lifecycle.title.${row.state}`),
    since: row.stateSince,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}
