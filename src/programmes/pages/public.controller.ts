import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { missing } from '../../rules/refusal.js';
import { canonicalJson } from '../../rules/provenance/canonical-json.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { download, page } from '../../web/views/page.js';
import { type ProgrammeRow, ProgrammeQueries } from '../programme.queries.js';
import { type LegalBasisRow, SetUpQueries } from '../set-up.queries.js';
import { Clock } from '../../config/clock.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { countPhases } from '../../rules/programme/phase-calendar.js';
import { withExtensions } from '../../rules/programme/phase-deadline.js';
import { WorkingDays } from '../working-days.js';
import { basisInForce } from '../../rules/programme/legal-basis.js';
import { CALENDAR_TYPE, writeCalendar } from '../../paper/calendar-file.js';
import { deadlineCalendar } from './deadline-calendar.js';
import { publicProgrammePage } from './public.page.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

@Controller('programmes/:slug')
export class PublicProgrammeController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async show(@Param('slug') slug: string) {
    const programme = await this.announced(slug);
    const { id, ruleVersionId } = programme;
    const extensions = await this.setUp.extensions(id);
    const calendar = await this.workingDays.calendar();
    return page(
      'programmes/public',
      publicProgrammePage({
        programme,
        phases: countPhases(calendar, withExtensions(programme.calendar, extensions)),
        version: ruleVersionId ? await this.programmes.rules(id) : null,
        basis: await this.publicBasis(id),
        extensions,
        assignments: await this.setUp.partialAssignments(id),
      }),
    );
  }

  @Get('rules.json')
  @Access('public')
  @PublicPage()
  async rules(@Param('slug') slug: string) {
    const programme = await this.announced(slug);
    if (!programme.ruleVersionId) throw missing();
    const { number, hash, frozenAt, rules } = await this.programmes.rules(programme.id);
    const content = canonicalJson({ programme: programme.name, number, hash, frozenAt, rules });
    return download(content, 'application/json; charset=utf-8', `rules-${programme.slug}.json`);
  }

  /** The last day of each phase, for the calendar of a phone; it is asked again and again. */
  @Get('calendar.ics')
  @Access('public')
  @PublicPage()
  async calendar(@Req() { lang }: FastifyRequest, @Param('slug') slug: string) {
    const programme = await this.announced(slug);
    if (programme.calendar.length === 0) throw missing();
    const extensions = await this.setUp.extensions(programme.id);
    const content = writeCalendar(deadlineCalendar(programme, extensions, lang), this.clock.now());
    return download(content, CALENDAR_TYPE, `calendar-${programme.slug}.ics`);
  }

  /** The one that stands today; after its end the last one that was approved. */
  private async publicBasis(id: string): Promise<LegalBasisRow | null> {
    const bases = await this.setUp.legalBases(id);
    const standing = basisInForce(bases, beijingDate(this.clock.now()));
    return standing ?? bases.find(({ approvedAt }) => approvedAt !== null) ?? null;
  }

  /** What is still being prepared is nobody else's business. */
  private async announced(slug: string): Promise<ProgrammeRow> {
    const programme = await this.programmes.bySlug(slug);
    if (programmeIn.preparing.has(programme.state)) throw missing();
    return programme;
  }
}
