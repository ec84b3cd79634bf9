import { Global, Module } from '@nestjs/common';
import { DeliverMail } from './deliver-mail.js';
import { Notify } from './notify.js';

@Global()
@Module({ providers: [DeliverMail, Notify], exports: [DeliverMail, Notify] })
export class NotificationsModule {}
