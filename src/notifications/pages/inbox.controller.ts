import { Controller, Get, Param, Post } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { Asked, Me } from '../../web/http/parameters.js';
import { page, redirect } from '../../web/views/page.js';
import { MarkMessagesRead } from '../mark-messages-read.js';
import { MessageQueries } from '../message.queries.js';
import { inboxPage } from './inbox.page.js';

@Controller('messages')
export class InboxController {
  constructor(
    private readonly messages: MessageQueries,
    private readonly markRead: MarkMessagesRead,
  ) {}

  @Get()
  @Access('signedIn')
  async show(@Me() me: Actor, @Asked('page') asked?: string) {
    const number = /^[1-9]\d{0,3}$/.test(String(asked)) ? Number(asked) : 1;
    return page(
      'notifications/inbox',
      inboxPage(await this.messages.inbox(me.accountId, number), number),
    );
  }

  @Post('read')
  @Access('signedIn')
  async readAll(@Me() me: Actor) {
    await this.markRead.all(me);
    return redirect('/messages', 'notifications.allRead');
  }

  @Post(':id/read')
  @Access('signedIn')
  async read(@Me() me: Actor, @Param('id') id: string) {
    await this.markRead.one(me, id);
    return redirect('/messages');
  }
}
