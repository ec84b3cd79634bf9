import { readFile, stat } from 'node:fs/promises';
import { UsageError } from './command.js';
import { Refusal } from './rules/refusal.js';
import { MOST_BYTES } from './text/table-file.js';

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
