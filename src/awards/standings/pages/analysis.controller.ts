import { Controller, Get, Param, Post } from '@nestjs/common';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import type { Submitted } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { AnalyseStandings } from '../analyse-standings.js';
import { AnalysisQueries } from '../analysis.queries.js';
import { TryRanking } from '../try-ranking.js';
import { agreementPage } from './agreement.page.js';
import { writeCsv } from '../../../text/csv.js';
import { robustnessPage } from './robustness.page.js';
import { WhatIfForm } from './what-if.form.js';
import { whatIfPage } from './what-if.page.js';

/** How sure locked standings are. Before the lock these pages are not there, for anybody. */
@Controller('office/standings/:categoryId')
export class AnalysisController {
  constructor(
    private readonly analysis: AnalysisQueries,
    private readonly analyse: AnalyseStandings,
    private readonly tryRanking: TryRanking,
  ) {}

  @Get('robustness')
  @Access('standings.read')
  async robustness(@Param('categoryId') categoryId: string) {
    return page('awards/robustness', robustnessPage(await this.analysis.of(categoryId)));
  }

  @Get('agreement')
  @Access('standings.read')
  async agreement(@Param('categoryId') categoryId: string) {
    return page('awards/agreement', agreementPage(await this.analysis.of(categoryId)));
  }

  @Get('what-if')
  @Access('standings.read')
  async whatIf(@Param('categoryId') categoryId: string, @Asked('trial') jobId?: unknown) {
    const standings = await this.analysis.of(categoryId);
    const job =
      typeof jobId === 'string' ? await this.analysis.trial(standings.lock.id, jobId) : null;
    return page('awards/what-if', whatIfPage(standings, job?.result ?? null));
  }

  @Post('what-if')
  @Access('standings.read')
  async createTrial(
    @Me() me: Actor,
    @Param('categoryId') categoryId: string,
    @Form(WhatIfForm) form: Submitted<WhatIfForm>,
  ) {
    const standings = await this.analysis.of(categoryId);
    const outcome = await form.attempt(({ rule, drop, quota, without }) =>
      this.tryRanking.run(me, { categoryId, rule, drop, quota, without }),
    );
    if (outcome.done) return redirect(`/office/jobs/${outcome.result}`);
    return page('awards/what-if', whatIfPage(standings, null, outcome.form), 422);
  }

  @Post('analysis')
  @Access('standings.read')
  async createAnalysis(@Me() me: Actor, @Param('categoryId') categoryId: string) {
    const { lock } = await this.analysis.of(categoryId);
    return redirect(`/office/jobs/${await this.analyse.run(me, { lockId: lock.id })}`);
  }

  /** The very numbers of these pages, for the command line or another program. */
  @Get('ratings/:part')
  @Access('standings.read')
  async ratings(@Param('categoryId') categoryId: string, @Param('part') part: string) {
    const { category, job } = await this.analysis.of(categoryId);
    const ratings =
      part === 'composite'
        ? job?.result?.ratings
        : job?.result?.sheets.find(({ sheet }) => sheet === part)?.ratings;
    if (!ratings) throw missing();
    const rows = ratings.map(({ judge, entry, score }) => [Number(judge), entry, score]);
    const name = `${category.code}-${part}.csv`;
    return download(writeCsv(['judge', 'entry', 'score'], rows), 'text/csv; charset=utf-8', name);
  }
}
