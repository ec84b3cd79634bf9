import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Dispatch } from '../../../notifications/dispatch.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Address, Form, Me } from '../../../web/http/parameters.js';
import { hashed } from '../../../web/sessions/session-store.js';
import { download, page, redirect } from '../../../web/views/page.js';
import { PeopleQueries } from '../../people.queries.js';
import { RecordAccess } from '../../record-access.js';
import { ChooseChannels } from '../choose-channels.js';
import { CloseAccount } from '../close-account.js';
import { EndOtherSessions } from '../end-other-sessions.js';
import { OwnData } from '../own-data.js';
import { OwnQueries } from '../own.queries.js';
import { centrePage } from './centre.page.js';
import { ownFormPage } from './own-form.page.js';
import { ChannelsForm, CloseForm, channelNames } from './own.form.js';

const channelWords = {
  title: 'accounts.channels.title',
  lead: 'accounts.channels.lead',
  submit: 'forms.save',
  action: '/account/channels',
};
const closeWords = {
  title: 'accounts.close.title',
  lead: 'accounts.close.lead',
  points: [
    'accounts.close.point.signIn',
    'accounts.close.point.contact',
    'accounts.close.point.merchant',
    'accounts.close.point.record',
    'accounts.close.point.back',
  ],
  submit: 'accounts.close.submit',
  action: '/account/closing',
  danger: true,
};
const channels = { choices: ['channels'] };

@Controller('account')
export class AccountCentreController {
  constructor(
    private readonly own: OwnQueries,
    private readonly people: PeopleQueries,
    private readonly ownData: OwnData,
    private readonly dispatch: Dispatch,
    private readonly chooseChannels: ChooseChannels,
    private readonly endOthers: EndOtherSessions,
    private readonly closeAccount: CloseAccount,
    private readonly access: RecordAccess,
  ) {}

  @Get()
  @Access('signedIn')
  async show(@Me() { accountId }: Actor, @Req() request: FastifyRequest) {
    return page(
      'accounts/centre',
      centrePage({
        account: await this.own.account(accountId),
        duties: await this.people.dutiesOf([accountId]),
        consents: await this.ownData.consents(accountId),
        sessions: await this.own.sessions(accountId, hashed(request.session.sessionId)),
        hasMail: this.dispatch.has('mail'),
        hasSms: this.dispatch.has('sms'),
      }),
    );
  }

  @Get('channels')
  @Access('signedIn')
  async channels(@Me() { accountId }: Actor) {
    const { channels: stored } = await this.own.account(accountId);
    const form = unsentForm(ChannelsForm, {
      channels: channelNames.filter((name) => stored[name]),
    });
    return page('accounts/own-form', ownFormPage(channelWords, form, channels));
  }

  @Post('channels')
  @Access('signedIn')
  async choose(@Me() me: Actor, @Form(ChannelsForm) form: Submitted<ChannelsForm>) {
    const outcome = await form.attempt(({ channels: chosen }) =>
      this.chooseChannels.run(me, {
        mailUrgent: chosen.includes('mailUrgent'),
        mailOther: chosen.includes('mailOther'),
        smsUrgent: chosen.includes('smsUrgent'),
      }),
    );
    if (!outcome.done) {
      return page('accounts/own-form', ownFormPage(channelWords, outcome.form, channels), 422);
    }
    return redirect('/account', 'accounts.channels.saved');
  }

  @Post('sessions/end')
  @Access('signedIn')
  async endSessions(@Me() me: Actor, @Req() request: FastifyRequest) {
    const count = await this.endOthers.run(me, hashed(request.session.sessionId));
    return redirect('/account', 'accounts.sessions.ended', { count });
  }

  /** What the house holds of a person, in one file for them alone. */
  @Get('data.json')
  @Access('signedIn')
  async data(@Me() { accountId }: Actor, @Address() address: string) {
    const rooms = await this.ownData.all(accountId);
    const all = { ...(await this.own.everything(accountId)), ...rooms };
    await this.access.run({ accountId, action: 'account.export', result: 'ok', address });
    const text = `${JSON.stringify(all, null, 2)}\n`;
    return download(text, 'application/json; charset=utf-8', 'my-data.json');
  }

  @Get('closing')
  @Access('signedIn')
  closing() {
    const form = unsentForm(CloseForm);
    return page('accounts/own-form', ownFormPage(closeWords, form, { texts: ['password'] }));
  }

  @Post('closing')
  @Access('signedIn')
  async close(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Form(CloseForm) form: Submitted<CloseForm>,
  ) {
    const outcome = await form.attempt((value) => this.closeAccount.run(me, value));
    if (!outcome.done) {
      const shown = ownFormPage(closeWords, outcome.form, { texts: ['password'] });
      return page('accounts/own-form', shown, 422);
    }
    await request.session.regenerate();
    return redirect('/', 'accounts.closed');
  }
}
