import { Controller, Get } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { ReReviewSheetQueries } from '../../judging/re-reviews/re-review-sheet.queries.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import { Asked } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { SupervisionQueries } from '../supervision.queries.js';
import { overviewPage } from './overview.page.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

@Controller('supervision')
export class OverviewController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly supervision: SupervisionQueries,
    private readonly reReviewSheets: ReReviewSheetQueries,
    private readonly clock: Clock,
  ) {}

  /** The programme that runs now, or the one asked for. */
  @Get()
  @Access('supervise')
  async show(@Asked('programme') slug?: string) {
    const programmes = await this.programmes.all();
    const programme = slug
      ? programmes.find((one) => one.slug === slug)
      : (programmes.find(({ state }) => !programmeIn.idle.has(state)) ?? programmes[0]);
    if (!programme) {
      if (slug) throw missing();
      return page('supervision/overview', overviewPage(programmes, null));
    }
    const today = beijingDate(this.clock.now());
    const [
      corrections,
      sheets,
      reReviews,
      progress,
      conflicts,
      removals,
      extensions,
      objections,
      notices,
    ] = await Promise.all([
      this.supervision.lateCorrections(programme.id, today),
      this.supervision.lateSheets(programme.id, today),
      this.reReviewSheets.late(programme.id, today),
      this.supervision.progress(programme.id),
      this.supervision.conflicts(programme.id),
      this.supervision.removals(programme.id),
      this.supervision.extensions(programme.id),
      this.supervision.objections(programme.id),
      this.supervision.notices(programme.id),
    ]);
    const rows = {
      corrections,
      sheets,
      reReviews,
      progress,
      conflicts,
      removals,
      extensions,
      objections,
      notices,
    };
    return page('supervision/overview', overviewPage(programmes, { programme, today, ...rows }));
  }
}
