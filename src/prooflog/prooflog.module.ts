import { Global, Module } from '@nestjs/common';
import { AcceptCosignature } from './accept-cosignature.js';
import { EntryReceipts } from './entry-receipts.js';
import { ExtendLog } from './extend-log.js';
import { LogQueries } from './log.queries.js';
import { LogSigner } from './log-signer.js';
import { LogTiles } from './log-tiles.js';
import { LogController } from './pages/log.controller.js';
import { ProveEntry } from './prove-entry.js';
import { TrustWitness } from './trust-witness.js';
import { VerifyLog } from './verify-log.js';

@Global()
@Module({
  controllers: [LogController],
  providers: [
    AcceptCosignature,
    EntryReceipts,
    ExtendLog,
    LogQueries,
    LogSigner,
    LogTiles,
    ProveEntry,
    TrustWitness,
    VerifyLog,
  ],
  exports: [EntryReceipts, ExtendLog],
})
export class ProofLogModule {}
