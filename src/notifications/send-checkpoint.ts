import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { ChainHead } from '../journal/chain-head.entity.js';
import { CheckpointSigner } from '../journal/checkpoint-signer.js';
import { Checkpoint, type CheckpointOccasion } from '../journal/checkpoint.entity.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { ExtendLog } from '../prooflog/extend-log.js';
import { checkpointText } from '../rules/provenance/checkpoint.js';
import { Notify } from './notify.js';

/**
 * Signs the head of the journal and sends it out of the house, to every supervisor's inbox and mail:
 * from then on nobody can cut off or rewrite what came before without their copy telling.
 */
@Injectable()
export class SendCheckpoint {
  constructor(
    private readonly database: Database,
    private readonly signer: CheckpointSigner,
    private readonly notify: Notify,
    private readonly extendLog: ExtendLog,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the lock or the publication, after its last entry. */
  async run(occasion: CheckpointOccasion, subjectId: string | null = null): Promise<void> {
    const head = await this.database.lock(ChainHead, 1);
    const signed = this.signer.sign(head);
    const at = this.clock.now();
    await this.database.repo(Checkpoint).insert({ ...signed, occasion, subjectId, at });
    await this.notify.role('Supervisor', {
      kind: `checkpoint.${occasion}`,
      variables: { sequence: head.sequence, checkpoint: checkpointText(signed) },
      path: '/supervision/journal',
    });
    await this.database.afterCommit(async () => {
      await this.extendLog.run();
    });
  }

  /** Once a day in Beijing, when there is something new since the last one. */
  async daily(): Promise<void> {
    if (!(await this.isDue())) return;
    await this.database.transaction(async () => {
      await this.database.lock(ChainHead, 1);
      if (await this.isDue()) await this.run('day');
    });
  }

  private async isDue(): Promise<boolean> {
    const last = await this.database.row<{ at: string; sequence: number }>(
      'SELECT at, sequence FROM checkpoint ORDER BY sequence DESC LIMIT 1',
    );
    const head = await this.database.row<{ sequence: number }>(
      'SELECT sequence FROM chain_head WHERE id = 1',
    );
    if (!head || head.sequence === (last?.sequence ?? 0)) return false;
    return !last || beijingDate(last.at) < beijingDate(this.clock.now());
  }
}
