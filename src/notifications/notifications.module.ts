import { Global, Module } from '@nestjs/common';
import { DeliverMail } from './deliver-mail.js';
import { MarkMessagesRead } from './mark-messages-read.js';
import { MessageQueries } from './message.queries.js';
import { Notify } from './notify.js';
import { SendCheckpoint } from './send-checkpoint.js';
import { InboxController } from './pages/inbox.controller.js';

@Global()
@Module({
  controllers: [InboxController],
  providers: [DeliverMail, MarkMessagesRead, MessageQueries, Notify, SendCheckpoint],
  exports: [DeliverMail, Notify, SendCheckpoint],
})
export class NotificationsModule {}
