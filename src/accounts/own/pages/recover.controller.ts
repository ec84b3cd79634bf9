import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access } from '../../../web/access/access.decorator.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Address, Asked, Form } from '../../../web/http/parameters.js';
import { openSession } from '../../../web/sessions/open-session.js';
import { page, redirect } from '../../../web/views/page.js';
import { AccountQueries } from '../../account.queries.js';
import { CodeLimits } from '../../codes/code-limits.js';
import { homeOf } from '../../home-of.js';
import { RecordAccess } from '../../record-access.js';
import { AskRecovery } from '../ask-recovery.js';
import { RecoverAccount } from '../recover-account.js';
import { ownFormPage } from './own-form.page.js';
import { RecoverCodeForm, RecoverForm } from './own.form.js';

const askWords = {
  title: 'accounts.recover.title',
  lead: 'accounts.recover.lead',
  submit: 'accounts.code.send',
  action: '/recover',
};
const codeWords = {
  title: 'accounts.recover.title',
  lead: 'accounts.recover.code.lead',
  points: ['accounts.recover.code.none', 'accounts.signIn.lost'],
  submit: 'accounts.recover.submit',
  action: '/recover/code',
};

/** For whoever has lost the password: the pages say the same whether or not an account has the address. */
@Controller('recover')
export class RecoverController {
  constructor(
    private readonly limits: CodeLimits,
    private readonly askRecovery: AskRecovery,
    private readonly recover: RecoverAccount,
    private readonly accounts: AccountQueries,
    private readonly access: RecordAccess,
  ) {}

  @Get()
  @Access('public')
  show() {
    const form = unsentForm(RecoverForm);
    return page('accounts/own-form', ownFormPage(askWords, form, { texts: ['address'] }));
  }

  @Post()
  @Access('public')
  async ask(@Form(RecoverForm) form: Submitted<RecoverForm>, @Address() from: string) {
    if (form.ok) await this.limits.beforeSending(from, form.value.address);
    const outcome = await form.attempt((value) => this.askRecovery.run(value));
    if (!outcome.done) {
      const shown = ownFormPage(askWords, outcome.form, { texts: ['address'] });
      return page('accounts/own-form', shown, 422);
    }
    return redirect(`/recover/code?id=${outcome.result}`);
  }

  @Get('code')
  @Access('public')
  code(@Asked('id') id = '') {
    return codePage(unsentForm(RecoverCodeForm), id);
  }

  @Post('code')
  @Access('public')
  async reset(
    @Req() request: FastifyRequest,
    @Form(RecoverCodeForm) form: Submitted<RecoverCodeForm>,
    @Address() address: string,
  ) {
    const id = form.value.id ?? '';
    if (form.ok) await this.limits.beforeTrying(id);
    const outcome = await form.attempt(({ code, password }) =>
      this.recover.run({ id, code, password }),
    );
    const accountId = outcome.done ? outcome.result.accountId : null;
    const result = outcome.done ? 'ok' : 'refused';
    if (form.ok) await this.access.run({ accountId, action: 'recover', result, address });
    if (!outcome.done) return codePage(outcome.form, id, 422);
    await openSession(request, outcome.result);
    const actor = await this.accounts.actor(outcome.result.accountId);
    return redirect(homeOf(actor), 'accounts.recover.done');
  }
}

function codePage(form: Submitted<RecoverCodeForm>, id: string, status = 200) {
  const fields = { texts: ['code', 'password'], hidden: { id } };
  return page('accounts/own-form', ownFormPage(codeWords, form, fields), status);
}
