import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { ChainHead } from '../journal/chain-head.entity.js';
import { publicLogSize } from '../rules/prooflog/public-size.js';
import { EMPTY_ROOT } from '../rules/prooflog/merkle.js';
import { LogCheckpoint } from './log-checkpoint.entity.js';
import { LogQueries, type SignedHead } from './log.queries.js';
import { LogSigner } from './log-signer.js';
import { LogTiles } from './log-tiles.js';

/**
 * Lets the public log follow the journal: up to the newest checkpoint that was sent out, or to the last
 * whole tile before it while somebody scores, so that its growth tells nobody how many sheets were signed.
 */
@Injectable()
export class ExtendLog {
  private readonly secrets: (() => Promise<boolean>)[] = [];

  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
    private readonly tiles: LogTiles,
    private readonly signer: LogSigner,
    private readonly clock: Clock,
  ) {}

  /** A room above hands in whether it has counts that nobody may know yet. */
  holdBackWhile(secret: () => Promise<boolean>): void {
    this.secrets.push(secret);
  }

  /** Looks first, without holding anything: what a process that ended after its commit left, and what was held back. */
  async catchUp(): Promise<void> {
    const size = await this.target(await this.isSecret());
    const last = await this.log.latest();
    if (size !== null && size > (last?.size ?? -1)) await this.run();
  }

  /** After the commit of what is signed. A log that no longer begins as it was signed is not signed on. */
  async run(): Promise<'extended' | 'unchanged' | 'broken'> {
    return this.database.transaction(async () => {
      const secret = await this.isSecret();
      await this.database.lock(ChainHead, 1);
      const [last, size] = [await this.log.latest(), await this.target(secret)];
      if (size === null || size <= (last?.size ?? -1)) return 'unchanged';
      try {
        return await this.extend(last, size);
      } catch (error) {
        if (error instanceof RangeError) return 'broken';
        throw error;
      }
    });
  }

  private async extend(last: SignedHead | null, size: number): Promise<'extended' | 'broken'> {
    if (last && !(await this.root(last.size)).equals(last.root)) return 'broken';
    await this.tiles.keepRoots(size);
    const root = await this.root(size);
    const origin = last?.origin ?? this.signer.newOrigin;
    await this.database.repo(LogCheckpoint).insert({
      size,
      origin,
      root: root.toString('hex'),
      signature: this.signer.sign({ origin, size, root }),
      at: this.clock.now(),
    });
    return 'extended';
  }

  private async root(size: number): Promise<Buffer> {
    if (size === 0) return EMPTY_ROOT;
    return (await this.tiles.hashes([{ start: 0, end: size }], size))[0]!;
  }

  /** Whether anybody has counts now that nobody may know. */
  async isSecret(): Promise<boolean> {
    for (const secret of this.secrets) if (await secret()) return true;
    return false;
  }

  /** Null before the first checkpoint was sent out. */
  private async target(secret: boolean): Promise<number | null> {
    const row = await this.database.row<{ sequence: number | null }>(
      'SELECT MAX(sequence) AS sequence FROM checkpoint',
    );
    const sent = row?.sequence ?? null;
    return sent === null ? null : publicLogSize(Number(sent), secret);
  }
}
