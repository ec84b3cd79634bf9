import { Global, Module } from '@nestjs/common';
import { CheckpointSigner } from './checkpoint-signer.js';
import { Journal } from './journal.js';
import { KeptFacts } from './kept-facts.js';
import { VerifyJournal } from './verify-journal.js';

@Global()
@Module({
  providers: [CheckpointSigner, Journal, KeptFacts, VerifyJournal],
  exports: [CheckpointSigner, Journal, KeptFacts, VerifyJournal],
})
export class JournalModule {}
