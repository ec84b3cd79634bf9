import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal, overtaken } from '../../../rules/refusal.js';
import { translate } from '../../../text/catalogue.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type RawForm, typedTexts } from '../../../web/forms/parse-value.js';
import { Address, Files, Me, RawBody } from '../../../web/http/parameters.js';
import type { UploadedFile } from '../../../web/http/uploaded-file.js';
import { page, redirect } from '../../../web/views/page.js';
import type { ApplicationFile } from '../application-file.js';
import { ApplicationFiles } from '../application-files.js';
import { AskRepresentative } from '../ask-representative.js';
import { confirmationOf } from '../confirmation.js';
import { type DeclarationKind, declarationKinds } from '../declarations.js';
import { SubmitApplication } from '../submit-application.js';
import type { SubmissionProblem } from '../submission-problem.js';
import { draftProblems, submissionProblems } from '../submission-problems.js';
import { WithdrawApplication } from '../withdraw-application.js';
import { declarationsPage, readDeclarations, shownText } from './declarations.page.js';
import { mayWithdraw } from './overview.page.js';
import { withdrawPage } from './withdraw.page.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';

/** Submission, confirmation, withdrawal: each its own noun under the application. */
@Controller('my/applications/:id')
export class ChangeController {
  constructor(
    private readonly files: ApplicationFiles,
    private readonly submitApplication: SubmitApplication,
    private readonly askRepresentative: AskRepresentative,
    private readonly withdrawApplication: WithdrawApplication,
  ) {}

  @Get('declarations')
  @Access('merchant')
  async declarations(@Me() me: Actor, @Param('id') id: string) {
    return page('applications/declarations', declarationsPage(await this.files.load(me, id), me));
  }

  @Post('submission')
  @Access('merchant')
  async submit(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Address() address: string,
  ) {
    const file = await this.files.load(me, id);
    const declarations = readDeclarations(raw);
    const problems: SubmissionProblem[] =
      applicationIn.draft.has(file.application.state) && file.window?.open
        ? [...submissionProblems(file, declarations)]
        : [];
    if (
      problems.length === 0 &&
      applicationIn.draft.has(file.application.state) &&
      !confirmationOf(me, file)
    ) {
      problems.push(unconfirmed);
    }
    if (problems.length > 0) {
      return page('applications/declarations', declarationsPage(file, me, raw, problems), 422);
    }
    const texts = declarationKinds.map((kind) => [
      kind,
      shownText(file, kind, (key, variables) => translate(request.lang, key, variables)),
    ]);
    let number: string;
    try {
      const submitted = await this.submitApplication.run(me, file, {
        declarations,
        shownTexts: Object.fromEntries(texts) as Record<DeclarationKind, string>,
        address,
      });
      number = submitted.receiptNumber;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      const problem = { step: 'declarations', field: null, code: error.code, label: null } as const;
      return page('applications/declarations', declarationsPage(file, me, raw, [problem]), 422);
    }
    return redirect(`/my/applications/${id}`, 'applications.submitted', { number });
  }

  @Post('confirmation-request')
  @Access('merchant')
  async ask(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    const problems = draftProblems(file);
    if (problems.length > 0) {
      return page('applications/declarations', declarationsPage(file, me, {}, problems), 422);
    }
    await this.askRepresentative.run(me, file);
    return redirect(`/my/applications/${id}`, 'applications.confirm.asked');
  }

  @Get('withdrawal')
  @Access('merchant')
  async askWithdrawal(@Me() me: Actor, @Param('id') id: string) {
    const file = await this.files.load(me, id);
    requireWithdrawable(file);
    return page('applications/withdraw', withdrawPage(file, me));
  }

  @Post('withdrawal')
  @Access('merchant')
  async withdraw(
    @Me() me: Actor,
    @Param('id') id: string,
    @RawBody() raw: RawForm,
    @Files() uploads: readonly UploadedFile[],
  ) {
    const file = await this.files.load(me, id);
    requireWithdrawable(file);
    try {
      if (typedTexts(raw, 'understood').length === 0) {
        throw new Refusal('applications.withdraw.tick', {}, 'understood');
      }
      await this.withdrawApplication.run(me, file, uploads[0] ?? null);
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error;
      return page('applications/withdraw', withdrawPage(file, me, error), 422);
    }
    return redirect(`/my/applications/${id}`, 'applications.withdrawn');
  }
}

function requireWithdrawable(file: ApplicationFile): void {
  if (mayWithdraw(file)) return;
  throw overtaken('applications.withdraw.tooLate', 'application', file.application.state);
}

const unconfirmed: SubmissionProblem = {
  step: 'declarations',
  field: null,
  code: 'applications.confirm.needed',
  label: null,
};
