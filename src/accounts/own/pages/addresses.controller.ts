import { Controller, Get, Post } from '@nestjs/common';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { Asked, Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { CodeLimits } from '../../codes/code-limits.js';
import { homeOf } from '../../home-of.js';
import { AskMobileChange } from '../ask-mobile-change.js';
import { AskMobileCode } from '../ask-mobile-code.js';
import { ChangeMobile } from '../change-mobile.js';
import { ConfirmEmail } from '../confirm-email.js';
import { ConfirmMobile } from '../confirm-mobile.js';
import { GiveEmail } from '../give-email.js';
import { OwnQueries } from '../own.queries.js';
import { RemoveEmail } from '../remove-email.js';
import { type OwnFormWords, ownFormPage } from './own-form.page.js';
import { CodeForm } from '../../codes/code.form.js';
import { EmailForm, MobileCodesForm, MobileForm } from './own.form.js';

const words = {
  email: {
    title: 'accounts.email.title',
    lead: 'accounts.email.lead',
    submit: 'accounts.code.send',
    action: '/account/email',
  },
  emailCode: {
    title: 'accounts.email.code.title',
    lead: 'accounts.email.code.lead',
    submit: 'accounts.code.submit',
    action: '/account/email/code',
  },
  mobileSend: {
    title: 'accounts.mobile.confirm',
    lead: 'accounts.mobile.confirm.lead',
    submit: 'accounts.code.send',
    action: '/account/mobile-code',
  },
  mobileCode: {
    title: 'accounts.mobile.confirm',
    lead: 'accounts.mobile.code.lead',
    submit: 'accounts.code.submit',
    action: '/account/mobile-code/check',
  },
  mobile: {
    title: 'accounts.mobile.title',
    lead: 'accounts.mobile.lead',
    submit: 'accounts.code.sendBoth',
    action: '/account/mobile',
  },
  mobileCodes: {
    title: 'accounts.mobile.title',
    lead: 'accounts.mobile.codes.lead',
    submit: 'accounts.mobile.submit',
    action: '/account/mobile/codes',
  },
} satisfies Record<string, OwnFormWords>;

@Controller('account')
export class AddressesController {
  constructor(
    private readonly own: OwnQueries,
    private readonly limits: CodeLimits,
    private readonly giveEmail: GiveEmail,
    private readonly confirmEmail: ConfirmEmail,
    private readonly removeEmail: RemoveEmail,
    private readonly askMobileCode: AskMobileCode,
    private readonly confirmMobile: ConfirmMobile,
    private readonly askMobileChange: AskMobileChange,
    private readonly changeMobile: ChangeMobile,
  ) {}

  @Get('email')
  @Access('signedIn')
  async email(@Me() { accountId }: Actor) {
    const { email } = await this.own.account(accountId);
    return shown(words.email, unsentForm(EmailForm, email ? { email } : {}), ['email']);
  }

  @Post('email')
  @Access('signedIn')
  async give(@Me() me: Actor, @Form(EmailForm) form: Submitted<EmailForm>) {
    if (form.ok) await this.limits.beforeSending(me.accountId, form.value.email);
    const outcome = await form.attempt((value) => this.giveEmail.run(me, value));
    if (!outcome.done) return shown(words.email, outcome.form, ['email'], {}, 422);
    return redirect(`/account/email/code?id=${outcome.result}`, 'accounts.code.sent');
  }

  @Get('email/code')
  @Access('signedIn')
  emailCode(@Asked('id') id = '') {
    return shown(words.emailCode, unsentForm(CodeForm), ['code'], { id });
  }

  @Post('email/code')
  @Access('signedIn')
  async confirm(@Me() me: Actor, @Form(CodeForm) form: Submitted<CodeForm>) {
    const id = form.value.id ?? '';
    if (form.ok) await this.limits.beforeTrying(id);
    const outcome = await form.attempt(({ code }) => this.confirmEmail.run(me, { id, code }));
    if (!outcome.done) return shown(words.emailCode, outcome.form, ['code'], { id }, 422);
    return redirect('/account', 'accounts.email.saved');
  }

  @Post('email/removal')
  @Access('signedIn')
  async remove(@Me() me: Actor) {
    await this.removeEmail.run(me);
    return redirect('/account', 'accounts.email.removed');
  }

  @Get('mobile-code')
  @Access('signedIn')
  mobileSend() {
    return shown(words.mobileSend, unsentForm(CodeForm), []);
  }

  @Post('mobile-code')
  @Access('signedIn')
  async sendMobile(@Me() me: Actor) {
    await this.limits.beforeSending(me.accountId, '');
    const outcome = await unsentForm(CodeForm).attempt(() => this.askMobileCode.run(me));
    if (!outcome.done) return shown(words.mobileSend, outcome.form, [], {}, 422);
    return redirect(`/account/mobile-code/check?id=${outcome.result}`, 'accounts.code.sent');
  }

  @Get('mobile-code/check')
  @Access('signedIn')
  mobileCode(@Asked('id') id = '') {
    return shown(words.mobileCode, unsentForm(CodeForm), ['code'], { id });
  }

  @Post('mobile-code/check')
  @Access('signedIn')
  async checkMobile(@Me() me: Actor, @Form(CodeForm) form: Submitted<CodeForm>) {
    const id = form.value.id ?? '';
    if (form.ok) await this.limits.beforeTrying(id);
    const outcome = await form.attempt(({ code }) => this.confirmMobile.run(me, { id, code }));
    if (!outcome.done) return shown(words.mobileCode, outcome.form, ['code'], { id }, 422);
    return redirect(homeOf(me), 'accounts.mobile.saved');
  }

  @Get('mobile')
  @Access('signedIn')
  mobile() {
    return shown(words.mobile, unsentForm(MobileForm), ['mobile']);
  }

  @Post('mobile')
  @Access('signedIn')
  async newMobile(@Me() me: Actor, @Form(MobileForm) form: Submitted<MobileForm>) {
    if (form.ok) await this.limits.beforeSending(me.accountId, form.value.mobile);
    const outcome = await form.attempt((value) => this.askMobileChange.run(me, value));
    if (!outcome.done) return shown(words.mobile, outcome.form, ['mobile'], {}, 422);
    const { oldId, newId } = outcome.result;
    return redirect(`/account/mobile/codes?old=${oldId}&new=${newId}`, 'accounts.code.sentBoth');
  }

  @Get('mobile/codes')
  @Access('signedIn')
  mobileCodes(@Asked('old') oldId = '', @Asked('new') newId = '') {
    const form = unsentForm(MobileCodesForm);
    return shown(words.mobileCodes, form, ['oldCode', 'newCode'], { oldId, newId });
  }

  @Post('mobile/codes')
  @Access('signedIn')
  async change(@Me() me: Actor, @Form(MobileCodesForm) form: Submitted<MobileCodesForm>) {
    const ids = { oldId: form.value.oldId ?? '', newId: form.value.newId ?? '' };
    if (form.ok) await this.limits.beforeTrying(ids.oldId, ids.newId);
    const outcome = await form.attempt(({ oldCode, newCode }) =>
      this.changeMobile.run(me, { ...ids, oldCode, newCode }),
    );
    if (!outcome.done) {
      return shown(words.mobileCodes, outcome.form, ['oldCode', 'newCode'], ids, 422);
    }
    return redirect('/account', 'accounts.mobile.changed');
  }
}

function shown(
  wording: OwnFormWords,
  form: Submitted<object>,
  texts: readonly string[],
  hidden: Readonly<Record<string, string>> = {},
  status = 200,
) {
  return page('accounts/own-form', ownFormPage(wording, form, { texts, hidden }), status);
}
