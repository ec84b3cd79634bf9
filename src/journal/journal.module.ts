import { Global, Module } from '@nestjs/common';
import { CheckpointSigner } from './checkpoint-signer.js';
import { Journal } from './journal.js';
import { VerifyJournal } from './verify-journal.js';

@Global()
@Module({
  providers: [CheckpointSigner, Journal, VerifyJournal],
  exports: [CheckpointSigner, Journal, VerifyJournal],
})
export class JournalModule {}
