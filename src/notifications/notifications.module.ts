import { Global, Module } from '@nestjs/common';
import { Notify } from './notify.js';

@Global()
@Module({ providers: [Notify], exports: [Notify] })
export class NotificationsModule {}
