import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { isPublished } from '../../../rules/lifecycle/state-for-applicant.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Me } from '../../../web/http/parameters.js';
import { codeSquare } from '../../../web/views/code-square.js';
import { download, page } from '../../../web/views/page.js';
import { ApplicantQueries } from '../applicant.queries.js';
import { ApplicationFiles, handedIn } from '../application-files.js';
import { KnownFacts } from '../known-facts.js';
import { LetterQueries } from '../letter.queries.js';
import { draftProblems } from '../submission-problems.js';
import { checkPage } from './check.page.js';
import { registerPage } from './filed.page.js';
import { letterPage } from './letter.page.js';
import { overviewPage } from './overview.page.js';
import { previewPage } from './preview.page.js';
import { receiptPage } from './receipt.page.js';
import { statementPage } from './statement.page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

/** The pages of one application that only show something. */
@Controller('my/applications/:id')
export class ApplicationController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly files: ApplicationFiles,
    private readonly queries: ApplicantQueries,
    private readonly letters: LetterQueries,
    private readonly knownFacts: KnownFacts,
  ) {}

  @Get()
  @Access('merchant')
  async overview(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    const known = await this.knownFacts.offered(file);
    return page(
      'applications/overview',
      overviewPage(file, await this.queries.decision(id), known.length),
    );
  }

  @Get('register')
  @Access('merchant')
  async register(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    const problems = applicationIn.draft.has(file.application.state) ? draftProblems(file) : [];
    const codes = problems
      .filter(({ step, label }) => step === 'register' && label === null)
      .map(({ code }) => code);
    return page('applications/register', registerPage(file, codes));
  }

  @Get('preview')
  @Access('merchant')
  async preview(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/preview', previewPage(await this.files.load(me, id)));
  }

  @Get('check')
  @Access('merchant')
  async check(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/check', checkPage(await this.files.load(me, id)));
  }

  @Get('receipt')
  @Access('merchant')
  async receipt(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    if (!file.application.receiptNumber) throw missing();
    const declarations = await this.queries.declarations(id);
    const last = file.submissions.at(-1) ?? null;
    const shown = last ? handedIn(file, last) : file;
    return page('applications/receipt', receiptPage(shown, declarations, last));
  }

  /** Leads whoever holds the paper to the progress of its number. */
  @Get('receipt/qr.svg')
  @Access('merchant')
  async square(@Me() me: Actor, @Param('id') id: string) {
    const { receiptNumber } = (await this.files.load(me, id)).application;
    if (!receiptNumber) throw missing();
    const query = new URLSearchParams({ number: receiptNumber });
    const svg = await codeSquare(this.config, `/progress?${query.toString()}`);
    return download(svg, 'image/svg+xml', `${receiptNumber}.svg`, true);
  }

  /** The statement a representative without an account signs by hand. */
  @Get('statement')
  @Access('merchant')
  async statement(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/statement', statementPage(await this.files.load(me, id)));
  }

  /** Before publication there is no letter, and its page is like any that does not exist. */
  @Get('letter')
  @Access('merchant')
  async letter(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    const { state } = file.application;
    const hasResult = applicationIn.hasResult.has(state);
    if (!isPublished(file.programme.state) || !hasResult) throw missing();
    const working = await this.letters.working(id);
    const issuedOn = await this.letters.issuedOn(file.application);
    if (!working || !issuedOn) throw missing();
    return page('applications/letter', letterPage(file, working, issuedOn));
  }
}
