import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Me, RawBody } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ApplicationFiles } from '../application-files.js';
import { KnownFacts } from '../known-facts.js';
import { SaveStep } from '../save-step.js';
import { stepVersion } from '../step-content.js';
import { chosenContent, knownFactsPage } from './known-facts.page.js';

/** What was answered elsewhere, offered to a draft and taken only where it is ticked. */
@Controller('my/applications/:id/known-facts')
export class KnownFactsController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly knownFacts: KnownFacts,
    private readonly saveStep: SaveStep,
  ) {}

  @Get()
  @Access('merchant')
  async show(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    return page(
      'applications/known-facts',
      knownFactsPage(file, await this.knownFacts.offered(file)),
    );
  }

  @Post()
  @Access('merchant')
  async take(@Me() me: Actor, @Param('id') id: string, @RawBody() raw: RawForm) {
    const file = await this.files.load(me, id);
    const offered = await this.knownFacts.offered(file);
    const chosen = typedTexts(raw, 'facts');
    for (const [step, content] of chosenContent(file, offered, chosen)) {
      await this.saveStep.run(file, { step, version: stepVersion(file, step), content });
    }
    return redirect(`/my/applications/${id}/check`, 'applications.known.taken', {
      count: offered.filter(({ kind, key }) => chosen.includes(`${kind}:${key}`)).length,
    });
  }
}
