import { Controller, Get } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { SetUpQueries } from '../../../programmes/set-up.queries.js';
import { normaliseIdentifier } from '../../../rules/identifiers/normalise-text.js';
import { Access } from '../../../web/access/access.decorator.js';
import { Address, Asked } from '../../../web/http/parameters.js';
import { RateLimits } from '../../../web/rate-limits.js';
import { PublicPage } from '../../../web/cache/public-page.decorator.js';
import { page } from '../../../web/views/page.js';
import { ProgressQueries } from '../progress.queries.js';
import { guidePage } from './guide.page.js';
import { progressPage } from './progress.page.js';

/** A receipt number is not longer; what is longer is not looked for. */
const LONGEST = 20;

/** What somebody who thinks of applying reads first. */
@Controller('guide')
export class GuideController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async show() {
    const running = await this.setUp.asExtended(await this.programmes.running());
    return page('applications/guide', guidePage(running));
  }
}

/** How far an application is, by its receipt number and without an account. */
@Controller('progress')
export class ProgressController {
  constructor(
    private readonly queries: ProgressQueries,
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly limits: RateLimits,
  ) {}

  /** Numbers follow one another: whoever tries them out is stopped, a known one costs nothing. */
  @Get()
  @Access('public')
  async show(@Asked('number') asked: unknown, @Address() address: string) {
    const typed = typeof asked === 'string' ? normaliseIdentifier(asked) : '';
    const number = typed.replaceAll('-', '').slice(0, LONGEST);
    const row = number ? await this.queries.byReceipt(number) : null;
    if (number && !row) await this.limits.take('progressAddress', address);
    const planned = row ? [await this.programmes.byId(row.programmeId)] : [];
    const [programme] = await this.setUp.asExtended(planned);
    const found = row && programme ? { row, programme } : null;
    return page('applications/progress', progressPage(number, found));
  }
}
