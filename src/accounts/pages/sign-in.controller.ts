import {
  Controller,
  Get,
  Inject,
  NotFoundException,
  Post,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Address, Asked, Form, RawBody, Visitor } from '../../web/http/parameters.js';
import type { RawForm } from '../../web/forms/parse-value.js';
import { typedTexts } from '../../web/forms/parse-value.js';
import { TooManyRequests } from '../../web/errors/too-many-requests.js';
import { draftHolds, makeToken } from '../../web/http/form-token.js';
import { isLocal, readDraft } from '../../web/kept/form-draft.js';
import { FormKeeper } from '../../web/kept/form-keeper.js';
import { DeviceCookie } from '../../web/sessions/device-cookie.js';
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
    private readonly keeper: FormKeeper,
    private readonly device: DeviceCookie,
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const next = local(typedTexts(raw, 'next')[0]);
    const outcome = request.user;
    const draft = readDraft(typedTexts(raw, 'draft')[0]);
    if (outcome && 'accountId' in outcome) {
      const entered = await this.enter(request, outcome, next);
      // Of another person, or of nobody's page: it is not theirs to save.
      if (draft && draftHolds(request, reply, draft.fields)) {
        this.keeper.keepDraft(request, await this.accounts.actor(outcome.accountId), draft);
      }
      return entered;
    }
    const refused = outcome && form.ok ? form.with(outcome.error) : form;
    const status = outcome && outcome.cause instanceof TooManyRequests ? 429 : 422;
    const carried = draft && JSON.stringify(draft);
    const shown = signInPage(refused, await this.people(), next, null, carried);
    return page('accounts/sign-in', shown, status);
  }

  @Post('demo/sign-in')
  @Access('public')
  @UseGuards(DemoSignInGuard)
  async demo(@Req() request: FastifyRequest & { user: SignedIn | false }) {
    if (!request.user) throw new NotFoundException();
    return this.enter(request, request.user, '');
  }

  /** Who is signed in, for a script that has something typed to save, and a token for signing in. */
  @Get('session')
  @Access('public')
  session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const account = request.actor?.accountId ?? null;
    return { account, token: makeToken(request, reply) };
  }

  @Post('sign-out')
  @Access('public')
  async destroy(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Visitor() actor: Actor | null,
    @Address() address: string,
  ) {
    this.device.clear(request, reply);
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

function local(next: string | undefined): string {
  return isLocal(next) ? next : '';
}
