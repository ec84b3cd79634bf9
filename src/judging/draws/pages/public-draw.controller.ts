import { Controller, Get, Param } from '@nestjs/common';
import { type ProgrammeRow, ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { isPublished } from '../../../rules/lifecycle/state-for-applicant.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { download, page } from '../../../web/views/page.js';
import { PublicDrawQueries } from '../public-draw.queries.js';
import { publicDrawPage } from './public-draw.page.js';
import { publicPanelPage } from './public-panel.page.js';

/** Who judged and how they were drawn, from the day on which the results are published. */
@Controller('programmes/:slug')
export class PublicDrawController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly draws: PublicDrawQueries,
  ) {}

  @Get('judges')
  @Access('public')
  @PublicPage()
  async panel(@Param('slug') slug: string) {
    const programme = await this.published(slug);
    const [judges, draws, assignments] = await Promise.all([
      this.draws.judges(programme.id),
      this.draws.draws(programme.id),
      this.draws.assignments(programme.id),
    ]);
    // A programme from before the system has a list and nothing of its judges.
    if (judges.length === 0) throw missing();
    return page('judging/public-panel', publicPanelPage({ programme, judges, draws, assignments }));
  }

  @Get('draws/:id')
  @Access('public')
  @PublicPage()
  async show(@Param('slug') slug: string, @Param('id') id: string) {
    return page('judging/public-draw', publicDrawPage(await this.one(slug, id)));
  }

  @Get('draws/:id/print')
  @Access('public')
  @PublicPage()
  async print(@Param('slug') slug: string, @Param('id') id: string) {
    return page('judging/public-draw-print', publicDrawPage(await this.one(slug, id)));
  }

  @Get('draws/:id/record.json')
  @Access('public')
  @PublicPage()
  async file(@Param('slug') slug: string, @Param('id') id: string) {
    const { record, categoryCode, number } = (await this.one(slug, id)).draw;
    return download(
      `${JSON.stringify(record, null, 2)}\n`,
      'application/json; charset=utf-8',
      `draw-${categoryCode}-${number}.json`,
    );
  }

  private async one(slug: string, id: string) {
    const programme = await this.published(slug);
    return { programme, draw: await this.draws.draw(programme.id, id) };
  }

  /** §6: names of panel members come out with the final list, and their draw with them. */
  private async published(slug: string): Promise<ProgrammeRow> {
    const programme = await this.programmes.bySlug(slug);
    if (!isPublished(programme.state)) throw missing();
    return programme;
  }
}
