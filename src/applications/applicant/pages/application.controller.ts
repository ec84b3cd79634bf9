import { Controller, Get, Param } from '@nestjs/common';
import { isPublished } from '../../../rules/lifecycle/state-for-applicant.js';
import { missing } from '../../../rules/refusal.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { Asked, Me } from '../../../web/http/parameters.js';
import { page, paperFile } from '../../../web/views/page.js';
import { paperPage } from '../../../web/views/paper-page.js';
import { ApplicantQueries } from '../applicant.queries.js';
import { RemedyQueries } from '../remedies.queries.js';
import { ApplicationFiles } from '../application-files.js';
import { KnownFacts } from '../known-facts.js';
import { LetterQueries } from '../letter.queries.js';
import { draftProblems } from '../submission-problems.js';
import { checkPage } from './check.page.js';
import { registerPage } from './filed.page.js';
import { decisionPaper } from './decision-paper.js';
import { letterPage } from './letter.page.js';
import { letterPaper } from './letter-paper.js';
import { overviewPage } from './overview.page.js';
import { previewPage } from './preview.page.js';
import { statementPage } from './statement.page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

/** The pages of one application that only show something. */
@Controller('my/applications/:id')
export class ApplicationController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly queries: ApplicantQueries,
    private readonly remedies: RemedyQueries,
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
      overviewPage(file, {
        decision: await this.queries.decision(id),
        remedies: await this.remedies.of(id),
        known: known.length,
      }),
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

  /** The statement a representative without an account signs by hand. */
  @Get('statement')
  @Access('merchant')
  async statement(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/statement', statementPage(await this.files.load(me, id)));
  }

  /** What an office refused, as a letter; an application that nobody refused has none. */
  @Get('decision')
  @Access('merchant')
  async decision(@Me() me: Actor, @Param('id') id: string, @Asked('kind') kind: unknown) {
    const file = await this.files.load(me, id);
    const paper = decisionPaper(file, await this.queries.decision(id));
    if (!paper) throw missing();
    if (kind === 'docx') return paperFile(paper, `decision-${file.application.receiptNumber}`);
    const back = { label: 'applications.receipt.back', href: `/my/applications/${id}` };
    const docx = { label: 'paper.download.docx', href: `${back.href}/decision?kind=docx` };
    return page('web/paper', paperPage(paper, back, [docx]));
  }

  /** Before publication there is no letter, and its page is like any that does not exist. */
  @Get('letter')
  @Access('merchant')
  async letter(@Me() me: Actor, @Param('id') id: string, @Asked('kind') kind: unknown) {
    const file = await this.files.load(me, id);
    const { state } = file.application;
    const hasResult = applicationIn.hasResult.has(state);
    if (!isPublished(file.programme.state) || !hasResult) throw missing();
    const working = await this.letters.working(id);
    const issuedOn = await this.letters.issuedOn(file.application);
    if (!working || !issuedOn) throw missing();
    const basis = await this.letters.basis(id);
    const letter = letterPage(file, { ...working, basis }, issuedOn);
    if (kind !== 'docx') return page('applications/letter', letter);
    return paperFile(letterPaper(letter), `letter-${file.application.receiptNumber}`);
  }
}
