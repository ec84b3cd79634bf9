import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';
import { VerifyJournal } from './verify-journal.js';

@Global()
@Module({ providers: [Journal, VerifyJournal], exports: [Journal, VerifyJournal] })
export class JournalModule {}
