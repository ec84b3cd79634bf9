import { createHash } from 'node:crypto';
import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Dispatch } from '../../notifications/dispatch.js';
import { translate } from '../../text/catalogue.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Address, Form, Me } from '../../web/http/parameters.js';
import { RateLimits } from '../../web/rate-limits.js';
import { openSession } from '../../web/sessions/open-session.js';
import { page, redirect } from '../../web/views/page.js';
import { AccountQueries } from '../account.queries.js';
import { ChangePassword } from '../change-password.js';
import { homeOf } from '../home-of.js';
import { RegisterAccount } from '../register-account.js';
import { PasswordForm, RegisterForm } from './register.form.js';
import { passwordPage, registerPage } from './register.page.js';

const consentVersion = '1';

@Controller()
export class RegisterController {
  constructor(
    private readonly registerAccount: RegisterAccount,
    private readonly changePassword: ChangePassword,
    private readonly limits: RateLimits,
    private readonly accounts: AccountQueries,
    private readonly dispatch: Dispatch,
  ) {}

  @Get('register')
  @Access('public')
  show() {
    return page('accounts/register', registerPage(unsentForm(RegisterForm)));
  }

  @Post('register')
  @Access('public')
  async create(
    @Req() request: FastifyRequest,
    @Form(RegisterForm) form: Submitted<RegisterForm>,
    @Address() address: string,
  ) {
    if (form.ok) await this.limits.take('registerAddress', address);
    const outcome = await form.attempt((value) =>
      this.registerAccount.run({
        mobile: value.mobile,
        personName: value.personName,
        password: value.password,
        email: null,
        consentVersion,
        privacyNoticeHash: noticeHash(request),
      }),
    );
    if (!outcome.done) return page('accounts/register', registerPage(outcome.form), 422);
    await openSession(request, await this.accounts.signedIn(outcome.result.accountId));
    const next = this.dispatch.has('sms') ? '/account/mobile-code' : '/my';
    return redirect(next, 'accounts.registered');
  }

  @Get('account/password')
  @Access('signedIn')
  password() {
    return page('accounts/password', passwordPage(unsentForm(PasswordForm)));
  }

  @Post('account/password')
  @Access('signedIn')
  async updatePassword(
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @Form(PasswordForm) form: Submitted<PasswordForm>,
  ) {
    const outcome = await form.attempt((value) => this.changePassword.run(me, value));
    if (!outcome.done) return page('accounts/password', passwordPage(outcome.form), 422);
    await openSession(request, outcome.result);
    return redirect(homeOf(me), 'accounts.password.changed');
  }
}

/** What the person agreed to is the sentence they saw, in their language. */
function noticeHash(request: FastifyRequest): string {
  const shown = translate(request.lang, 'accounts.consent.tick');
  return createHash('sha256').update(shown).digest('hex');
}
