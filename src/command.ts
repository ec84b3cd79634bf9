import { readFile, stat } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from './config/config.js';
import { Refusal } from './rules/refusal.js';
import type { Language, TextVariables } from './text/catalogue.js';
import { MOST_BYTES } from './text/table-file.js';

/** What a command of `npx biaogan` gets; results go to stdout, words for people to stderr. */
export interface CommandContext {
  readonly config: Config;
  readonly lang: Language;
  readonly t: (key: string, variables?: TextVariables) => string;
  /** The services without HTTP, opened on first use and closed by the caller. */
  services(): Promise<INestApplicationContext>;
  print(text: string): void;
  say(text: string): void;
}

/** What preparing a database needs of a command: its settings, and words for people. */
export type Surroundings = Pick<CommandContext, 'config' | 'say' | 't'>;

export interface Command {
  /** For example `journal verify`. */
  readonly name: string;
  /** Locale key of the one-line description; arguments after it in `usage`. */
  readonly about: string;
  readonly usage: string;
  /** @returns the exit status: 0 success, 1 a check failed, 2 wrong usage or input */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

/** Wrong usage or input: the sentence names what to change, the exit status is 2. */
export class UsageError extends Error {
  constructor(
    readonly code: string,
    readonly variables: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = 'UsageError';
  }
}

/** The table that a command was given. */
export async function tableContent(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    // One byte more is refused in the words of the reader, without reading the rest.
    if (size > MOST_BYTES) return Buffer.alloc(MOST_BYTES + 1);
    return await readFile(path);
  } catch {
    throw new UsageError('cli.merchantsImport.unreadable', { path });
  }
}

/** What a page would say beside the form is wrong input here. */
export async function asUsage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw new UsageError(error.code, error.variables);
    throw error;
  }
}
