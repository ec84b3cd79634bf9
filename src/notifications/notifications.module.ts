import { Global, Module } from '@nestjs/common';
import { ClaimLetter } from './claim-letter.js';
import { Deliver } from './deliver.js';
import { DeliverySignal } from './delivery-signal.js';
import { Dispatch } from './dispatch.js';
import { KnownTargets } from './known-targets.js';
import { MarkMessagesRead } from './mark-messages-read.js';
import { MessageQueries } from './message.queries.js';
import { Notify } from './notify.js';
import { ReadLetter } from './read-letter.js';
import { SendCheckpoint } from './send-checkpoint.js';
import { SendMail } from './send-mail.js';
import { SendSms } from './send-sms.js';
import { InboxController } from './pages/inbox.controller.js';

@Global()
@Module({
  controllers: [InboxController],
  providers: [
    ClaimLetter,
    Deliver,
    DeliverySignal,
    Dispatch,
    KnownTargets,
    MarkMessagesRead,
    MessageQueries,
    Notify,
    ReadLetter,
    SendCheckpoint,
    SendMail,
    SendSms,
  ],
  exports: [Deliver, DeliverySignal, Dispatch, KnownTargets, Notify, SendCheckpoint],
})
export class NotificationsModule {}
