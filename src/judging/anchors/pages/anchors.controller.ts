import { Controller, Get, Param, Post } from '@nestjs/common';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { asksForAnchors } from '../../../rules/rounds/anchors.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { type Submitted, readForm } from '../../../web/forms/submitted.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { AnchorQueries } from '../anchor.queries.js';
import { PrepareAnchor } from '../prepare-anchor.js';
import { BeginAnchorForm } from './anchor.form.js';
import { anchorsPage, sourceField } from './anchors.page.js';

/** The anchors of one programme, category by category. */
@Controller('office/anchors')
export class AnchorsController {
  constructor(
    private readonly programmes: ProgrammeQueries,
    private readonly queries: AnchorQueries,
    private readonly prepareAnchor: PrepareAnchor,
  ) {}

  @Get(':programmeId')
  @Access('anchor.read')
  show(@Param('programmeId') id: string) {
    return this.page(id, null);
  }

  @Post(':programmeId')
  @Access('anchor.prepare')
  async begin(@Me() me: Actor, @Param('programmeId') programmeId: string, @RawBody() raw: RawForm) {
    const categoryId = typedTexts(raw, 'categoryId')[0] ?? '';
    const sourceId = typedTexts(raw, sourceField(categoryId))[0] ?? '';
    const form = await readForm(BeginAnchorForm, { categoryId, sourceId });
    const outcome = await form.attempt((value) => this.prepareAnchor.run(me, value));
    if (!outcome.done) return this.page(programmeId, outcome.form);
    return redirect(`/office/anchor-dossiers/${outcome.result}`, 'judging.anchor.begun');
  }

  private async page(id: string, refused: Submitted<BeginAnchorForm> | null) {
    const programme = await this.programmes.byId(id);
    const [version, categories, anchors, frozen] = await Promise.all([
      this.programmes.rulesIfAny(id),
      this.programmes.categories(id),
      this.queries.ofProgramme(id),
      this.queries.frozen(id),
    ]);
    const rules = version?.rules ?? null;
    const asked = rules ? categories.filter(({ code }) => asksForAnchors(rules, code)) : [];
    const files = await Promise.all(
      asked.map(({ code }) => this.queries.pastFiles(code, programme.year)),
    );
    const pastFiles = new Map(asked.map((category, at) => [category.id, files[at]!]));
    const input = { programme, rules, categories, anchors, frozen, pastFiles };
    return page('judging/anchors', anchorsPage(input, refused), refused ? 422 : 200);
  }
}
