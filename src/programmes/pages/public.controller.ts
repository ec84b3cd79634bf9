import { Controller, Get, Param } from '@nestjs/common';
import { missing } from '../../rules/refusal.js';
import { canonicalJson } from '../../rules/provenance/canonical-json.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { download, page } from '../../web/views/page.js';
import { type ProgrammeRow, ProgrammeQueries } from '../programme.queries.js';
import { SetUpQueries } from '../set-up.queries.js';
import { publicProgrammePage } from './public.page.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';

@Controller('programmes/:slug')
export class PublicProgrammeController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly setUp: SetUpQueries,
  ) {}

  @Get()
  @Access('public')
  @PublicPage()
  async show(@Param('slug') slug: string) {
    const programme = await this.announced(slug);
    const { id, ruleVersionId } = programme;
    return page(
      'programmes/public',
      publicProgrammePage({
        programme,
        version: ruleVersionId ? await this.programmes.rules(id) : null,
        basis: await this.setUp.legalBasis(id),
        extensions: await this.setUp.extensions(id),
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

  /** What is still being prepared is nobody else's business. */
  private async announced(slug: string): Promise<ProgrammeRow> {
    const programme = await this.programmes.bySlug(slug);
    if (programmeIn.preparing.has(programme.state)) throw missing();
    return programme;
  }
}
