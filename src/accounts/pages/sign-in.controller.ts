import { Controller, Get, Inject, NotFoundException, Post, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Address, Asked, Form, RawBody, Visitor } from '../../web/http/parameters.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import { TooManyRequests } from '../../web/errors/too-many-requests.js';
import { type SignedIn, openSession } from '../../web/sessions/open-session.js';
import { page, redirect } from '../../web/views/page.js';
import { AccountQueries } from '../account.queries.js';
import { RecordAccess } from '../record-access.js';
import { homeOf } from '../home-of.js';
import { SignInForm } from './sign-in.form.js';
import { signInPage } from './sign-in.page.js';
import { DemoSignInGuard } from '../demo-sign-in.strategy.js';
import { SignInGuard, type SignInOutcome } from '../sign-in.strategy.js';

@Controller()
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly accounts: AccountQueries,
    private readonly access: RecordAccess,
  ) {}

  @Get('sign-in')
  @Access('public')
  async show(@Req() { session }: FastifyRequest, @Asked('next') next?: string) {
    const form = unsentForm(SignInForm);
    return page(
      'accounts/sign-in',
      signInPage(form, await this.people(), local(next), session.ended ?? null),
    );
  }

  @Post('sign-in')
  @Access('public')
  @UseGuards(SignInGuard)
  async create(
    @Req() request: FastifyRequest & { user: SignInOutcome | false },
    @Form(SignInForm) form: Submitted<SignInForm>,
    @RawBody() raw: RawForm,
  ) {
    const next = local(typedTexts(raw, 'next')[0]);
    const outcome = request.user;
    if (!outcome) return page('accounts/sign-in', signInPage(form, await this.people(), next), 422);
    if ('accountId' in outcome) return this.enter(request, outcome, next);
    const refused = form.ok ? form.with(outcome.error) : form;
    const status = outcome.cause instanceof TooManyRequests ? 429 : 422;
    return page('accounts/sign-in', signInPage(refused, await this.people(), next), status);
  }

  @Post('demo/sign-in')
  @Access('public')
  @UseGuards(DemoSignInGuard)
  async demo(@Req() request: FastifyRequest & { user: SignedIn | false }) {
    if (!request.user) throw new NotFoundException();
    return this.enter(request, request.user, '');
  }

  @Post('sign-out')
  @Access('public')
  async destroy(
    @Req() request: FastifyRequest,
    @Visitor() actor: Actor | null,
    @Address() address: string,
  ) {
    await request.session.regenerate();
    if (actor) {
      const { accountId } = actor;
      await this.access.run({ accountId, action: 'signOut', result: 'ok', address });
    }
    return redirect('/', 'accounts.signedOut');
  }

  private async enter(request: FastifyRequest, signedIn: SignedIn, next: string) {
    await openSession(request, signedIn);
    const actor = await this.accounts.actor(signedIn.accountId);
    if (actor?.mustChangePassword) return redirect('/account/password');
    return redirect(next || homeOf(actor));
  }

  private people() {
    return this.config.demo ? this.accounts.demoPeople() : Promise.resolve([]);
  }
}

/** Only a path of this site; anything else would lead people away after signing in. */
function local(next: string | undefined): string {
  return next && /^\/(?![/\\])[^\s]*$/.test(next) ? next : '';
}
