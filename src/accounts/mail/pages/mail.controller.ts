import { Controller, Get, Param, Post } from '@nestjs/common';
import { Dispatch } from '../../../notifications/dispatch.js';
import { Access } from '../../../web/access/access.decorator.js';
import type { Actor } from '../../../web/actor.js';
import { type Submitted, unsentForm } from '../../../web/forms/submitted.js';
import { type ListVisitor, ListVisit } from '../../../web/http/list-visitor.js';
import { Form, Me } from '../../../web/http/parameters.js';
import { page, redirect } from '../../../web/views/page.js';
import { ShowList } from '../../show-list.js';
import { deliveryList } from '../delivery-list.js';
import { DeliveryQueries } from '../delivery.queries.js';
import { ResendDelivery } from '../resend-delivery.js';
import { SendTest } from '../send-test.js';
import { TestForm } from './mail.form.js';
import { deliveryPage, mailPage } from './mail.page.js';

@Controller('admin/mail')
export class MailController {
  constructor(
    private readonly showList: ShowList,
    private readonly deliveries: DeliveryQueries,
    private readonly dispatch: Dispatch,
    private readonly resend: ResendDelivery,
    private readonly sendTest: SendTest,
  ) {}

  @Get()
  @Access('administer')
  async list(@ListVisit() visitor: ListVisitor) {
    return this.shown(visitor, unsentForm(TestForm));
  }

  @Post('test')
  @Access('administer')
  async test(
    @Me() me: Actor,
    @ListVisit() visitor: ListVisitor,
    @Form(TestForm) form: Submitted<TestForm>,
  ) {
    const outcome = await form.attempt((value) => this.sendTest.run(me, value));
    if (!outcome.done) return this.shown(visitor, outcome.form, 422);
    return redirect('/admin/mail', 'accounts.mail.test.queued');
  }

  @Post('resend')
  @Access('administer')
  async resendAll(@Me() me: Actor) {
    const count = await this.resend.all(me);
    return redirect('/admin/mail', 'accounts.mail.again', { count });
  }

  @Get(':id')
  @Access('administer')
  async one(@Param('id') id: string) {
    return page('admin/delivery', deliveryPage(await this.deliveries.byId(id)));
  }

  @Post(':id/resend')
  @Access('administer')
  async resendOne(@Me() me: Actor, @Param('id') id: string) {
    await this.resend.run(me, id);
    return redirect(`/admin/mail/${id}`, 'accounts.mail.again', { count: 1 });
  }

  private async shown(visitor: ListVisitor, form: Submitted<TestForm>, status = 200) {
    const health = (channel: 'mail' | 'sms') =>
      this.dispatch.has(channel) ? this.deliveries.health(channel) : null;
    const channels = { mail: await health('mail'), sms: await health('sms') };
    return this.showList.run(visitor, deliveryList, 'accounts.mail.title', (found) =>
      page('admin/mail', mailPage(found, channels, form), status),
    );
  }
}
