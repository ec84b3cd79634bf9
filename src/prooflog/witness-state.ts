import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../rules/provenance/sha256-hex.js';

/** What a witness has to remember, in a folder of text files that anybody can read. */
export class WitnessState {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** The key of the log as it was first seen, or as it was given. */
  get logKey(): string | null {
    return this.read('log.key')?.trim() ?? null;
  }

  /** The newest checkpoint that was verified, as the log signed it. */
  get checkpoint(): string | null {
    return this.read('checkpoint');
  }

  keepLogKey(key: string): void {
    this.write('log.key', `${key}\n`);
  }

  /** Before anything is signed: a witness that forgot what it saw could sign two pasts. */
  keepCheckpoint(note: string): void {
    this.write('checkpoint', note);
  }

  /** Our own word, to be shown to whoever asks. */
  keepCosigned(note: string): void {
    this.write('cosigned', note);
  }

  /** Where the evidence of two pasts lies; null where none was ever seen. */
  get twoPasts(): string | null {
    const name = readdirSync(this.folder).find((one) => one.startsWith('evidence-branch-'));
    return name ? join(this.folder, name) : null;
  }

  /** @param kind of what is wrong; the same is kept once, however often it is seen. @returns where it lies */
  keepEvidence(kind: string, text: string): string {
    return this.write(`evidence-${kind}-${sha256Hex(text).slice(0, 16)}.txt`, text);
  }

  private read(name: string): string | null {
    const path = join(this.folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** Whole or not at all, and on the disk when it returns. */
  private write(name: string, text: string): string {
    const path = join(this.folder, name);
    const file = openSync(`${path}.new`, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.new`, path);
    return path;
  }
}
