import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { type LogHead, logHeadText } from '../rules/prooflog/log-checkpoint.js';
import { KEY_TYPES, type NoteKey, signNote } from '../rules/prooflog/signed-note.js';
import { publicKeyOf } from '../rules/provenance/ed25519.js';

/** Signs where the public log ends, with a key that follows from `SECRET` and is used for nothing else. */
@Injectable()
export class LogSigner {
  private readonly seed: Buffer;
  private readonly publicKey: string;
  /** The name of a log that begins now. */
  readonly newOrigin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.seed = Buffer.from(hkdfSync('sha256', config.secret, '', 'transparency log', 32));
    this.publicKey = publicKeyOf(this.seed);
    const { host, pathname } = new URL(`${config.publicUrl}/log`);
    this.newOrigin = `${host}${pathname}`.replaceAll('+', '%2B');
  }

  key(origin: string): NoteKey {
    return { name: origin, type: KEY_TYPES.note, publicKey: this.publicKey };
  }

  /** The line below the checkpoint. */
  sign(head: LogHead): string {
    return signNote(logHeadText(head), this.key(head.origin), this.seed);
  }
}
