import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import type { IncomingFile } from '../http/uploaded-file.js';

/** So long a form may lie half corrected. */
const keptFor = 6 * 3_600_000;
/** Bytes of all files that wait. Nobody makes room at the cost of somebody else. */
const mostTogether = 2 * 1024 ** 3;
/** Bytes of one person, some forms of full size; of a visitor, who is known by nothing, one form. */
const mostOfPerson = 200 * 1024 ** 2;
const mostOfVisitor = 60 * 1024 ** 2;
/** Bytes of all visitors, of whom there may be any number. */
const mostOfVisitors = 400 * 1024 ** 2;
const KEY = /^[0-9a-f]{32}$/;

/** Whose, and of which form. */
export interface FormOwner {
  /** Null for a visitor, who proves it by the key alone. */
  readonly accountId: string | null;
  readonly action: string;
}

interface Note extends FormOwner {
  readonly field: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** Files of a form that came back with an error elsewhere: they need not be chosen again. */
@Injectable()
export class KeptUploads {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'kept');
  }

  /** @returns the key under which the files of one field lie; null where there is no room for them */
  async keep(
    { accountId, action }: FormOwner,
    field: string,
    files: readonly IncomingFile[],
  ): Promise<string | null> {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (!(await this.makeRoom(bytes, accountId))) return null;
    const key = randomBytes(16).toString('hex');
    const place = join(this.folder, key);
    await mkdir(place, { recursive: true, mode: 0o700 });
    for (const [at, { path }] of files.entries()) await copyFile(path!, join(place, String(at)));
    const named = files.map(({ name, size }) => ({ name, size }));
    const note: Note = { accountId, action, field, files: named };
    await writeFile(join(place, 'note.json'), JSON.stringify(note), { mode: 0o600 });
    return key;
  }

  /** The files again, or none where they are somebody else's, another form's, or gone. */
  async take(key: string, { accountId, action }: FormOwner): Promise<readonly IncomingFile[]> {
    const note = await this.noteOf(key);
    if (!note || note.accountId !== accountId || note.action !== action) return [];
    return note.files.map(({ name, size }, at) => {
      const path = join(this.folder, key, String(at));
      return { field: note.field, name, size, path, kept: key, read: () => readFile(path) };
    });
  }

  async forget(key: string): Promise<void> {
    if (KEY.test(key)) await rm(join(this.folder, key), { recursive: true, force: true });
  }

  /** @param now milliseconds since 1970 */
  async removeOld(now: number): Promise<void> {
    for (const { key, at } of await this.all()) if (now - at > keptFor) await this.forget(key);
  }

  /** A person's own oldest files make room for the newest, and nobody else's. */
  private async makeRoom(bytes: number, accountId: string | null): Promise<boolean> {
    const most = accountId === null ? mostOfVisitors : mostOfPerson;
    if (bytes > (accountId === null ? mostOfVisitor : most)) return false;
    const all = await this.all();
    let together = all.reduce((sum, { size }) => sum + size, bytes);
    const own = all.filter((one) => one.accountId === accountId).toSorted((a, b) => a.at - b.at);
    let ofOwner = own.reduce((sum, { size }) => sum + size, bytes);
    for (const { key, size } of own) {
      if (ofOwner <= most && together <= mostTogether) break;
      await this.forget(key);
      ofOwner -= size;
      together -= size;
    }
    return together <= mostTogether;
  }

  private async all() {
    const keys = await readdir(this.folder).catch(() => []);
    return Promise.all(
      keys.map(async (key) => {
        const note = await this.noteOf(key);
        const { mtimeMs } = await stat(join(this.folder, key)).catch(() => ({ mtimeMs: 0 }));
        const size = (note?.files ?? []).reduce((sum, file) => sum + file.size, 0);
        return { key, at: mtimeMs, size, accountId: note?.accountId ?? null };
      }),
    );
  }

  private async noteOf(key: string): Promise<Note | null> {
    if (!KEY.test(key)) return null;
    const text = await readFile(join(this.folder, key, 'note.json'), 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as Note);
  }
}
