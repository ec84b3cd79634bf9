import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import {
  type Checkpoint,
  type SignedCheckpoint,
  isSigned,
  signCheckpoint,
} from '../rules/provenance/checkpoint.js';
import { publicKeyOf, signText } from '../rules/provenance/ed25519.js';

/** Signs with a key that follows from `SECRET`: a copy of the database alone cannot sign. */
@Injectable()
export class CheckpointSigner {
  private readonly seed: Buffer;
  /** Public key, 64 hex digits. */
  readonly publicKey: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.seed = Buffer.from(hkdfSync('sha256', config.secret, '', 'journal checkpoints', 32));
    this.publicKey = publicKeyOf(this.seed);
  }

  sign(checkpoint: Checkpoint): SignedCheckpoint {
    return signCheckpoint(checkpoint, this.seed);
  }

  /** Other words of this server, under the same key; they begin with what they are. */
  signText(text: string): string {
    return signText(text, this.seed);
  }

  isOurs(checkpoint: SignedCheckpoint): boolean {
    return isSigned(checkpoint, this.publicKey);
  }
}
