import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { type Actor } from '../actor.js';
import { type RawForm, typedTexts } from '../forms/parse-value.js';
import { merchantOfPage } from './form-draft.js';
import { KeptForm } from './kept-form.entity.js';
import { type KeptWindows, joined, nothingKept, withSave, withoutTaken } from './kept-windows.js';

/** Forms of one person that wait to be sent; the oldest make room. */
const mostForms = 20;
/** Asked anew each time, or never typed. */
const NOT_KEPT = /^(?:_csrf|_kept|_drawn|_window|_typed|intent|asked|confirmed)$|password/i;
/** Hidden in a form that is kept as it is typed: when its page was drawn. */
export const DRAWN = '_drawn';
/** When the page was asked for that the form stands on since, errors and added rows included. */
export const WINDOW = '_window';
/** Names of the fields that were touched, as a script sends them. */
const TYPED = '_typed';
/** Of a form that was sent or left out: what was typed on pages drawn before that comes too late. */
const NOTHING = '';
const attempts = 10;

/** A save that another window overtook again and again. */
class Overtaken extends Error {}

/**
 * What is typed into a long form, kept while it is typed and until it is sent: by person, merchant and page.
 * By the machine's clock, as sessions are.
 */
@Injectable()
export class KeptForms {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /**
   * @returns whether another window of the form is kept beside this one, or null where nothing is kept: a save
   *   that was on its way while the form was taken brings nothing back
   */
  async keep(actor: Actor, page: string, sent: RawForm): Promise<{ beside: boolean } | null> {
    const { accountId } = actor;
    const given = Object.entries(sent).filter(([name]) => !NOT_KEPT.test(name));
    const fields = Object.fromEntries(given);
    const drawn = typedTexts(sent, DRAWN)[0] ?? NOTHING;
    const id = windowOf(sent) ?? drawn;
    const touched = typedTexts(sent, TYPED).filter((name) => !NOT_KEPT.test(name));
    const typed = sent[TYPED] === undefined ? Object.keys(fields) : touched;
    const kept = await this.change(actor, page, (before, row) => {
      const late = row?.sealed === NOTHING ? row.savedAt >= drawn : before.taken.includes(id);
      return late ? null : withSave(before, { id, savedAt: now(), typed, fields });
    });
    if (!kept) return null;
    await this.database.execute(
      `DELETE FROM kept_form WHERE account_id = ? AND place_hash NOT IN
         (SELECT place_hash FROM kept_form WHERE account_id = ?
          ORDER BY CASE WHEN sealed = '' THEN 1 ELSE 0 END, saved_at DESC, place_hash
          LIMIT ${mostForms})`,
      [accountId, accountId],
    );
    return { beside: kept.windows.length > 1 };
  }

  async of(actor: Actor, page: string): Promise<ReturnType<typeof joined> | null> {
    const row = await this.row(actor, page);
    return row?.sealed ? joined(this.open(row)) : null;
  }

  /** It was sent from one window; what others typed meanwhile waits on. */
  async take(actor: Actor, page: string, sent: RawForm): Promise<void> {
    const id = windowOf(sent) ?? typedTexts(sent, DRAWN)[0] ?? NOTHING;
    await this.change(actor, page, (before) => withoutTaken(before, id));
  }

  /** It is left out, as all its windows have it. */
  async drop(actor: Actor, page: string): Promise<void> {
    await this.change(actor, page, () => nothingKept);
  }

  /** Two windows save at once: whoever comes second adds to what the first has written. */
  private async change(
    actor: Actor,
    page: string,
    changed: (kept: KeptWindows, row: KeptForm | null) => KeptWindows | null,
  ): Promise<KeptWindows | null> {
    const place = placeOf(actor, page);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const row = await this.row(actor, page);
      const kept = changed(row?.sealed ? this.open(row) : nothingKept, row);
      if (!kept) return null;
      const empty = kept.windows.length === 0;
      const sealed = empty ? NOTHING : this.sealer.seal(JSON.stringify(kept));
      const write = () =>
        this.database.rows(
          `INSERT INTO kept_form (place_hash, account_id, sealed, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (place_hash) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
         WHERE kept_form.sealed = ? RETURNING place_hash`,
          [place, actor.accountId, sealed, now(), row?.sealed ?? NOTHING],
        );
      if ((await this.database.transaction(write)).length > 0) return kept;
    }
    throw new Overtaken(page);
  }

  private open({ sealed }: KeptForm): KeptWindows {
    const read = JSON.parse(this.sealer.open(sealed)) as KeptWindows | RawForm;
    if (Array.isArray(read.windows)) return read as KeptWindows;
    // As it was kept before there were windows.
    const fields = read as RawForm;
    const window = { id: NOTHING, savedAt: NOTHING, typed: Object.keys(fields), fields };
    return { ...nothingKept, windows: [window] };
  }

  private row(actor: Actor, page: string): Promise<KeptForm | null> {
    const { accountId } = actor;
    return this.database.repo(KeptForm).findOneBy({ placeHash: placeOf(actor, page), accountId });
  }
}

function now(): string {
  return new Date().toISOString();
}

function placeOf(actor: Actor, page: string): string {
  const place = [actor.accountId, merchantOfPage(actor, page) ?? '', page];
  return createHash('sha256').update(place.join(' ')).digest('hex');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The window that a form was sent from; null where it says none. */
export function windowOf(sent: RawForm): string | null {
  const id = typedTexts(sent, WINDOW)[0] ?? '';
  return INSTANT.test(id) ? id : null;
}
