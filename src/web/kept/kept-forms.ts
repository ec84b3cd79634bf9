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

/** Forms of one person that wait to be sent; the oldest make room. */
const mostForms = 20;
/** Asked anew each time, or never typed. */
const NOT_KEPT = /^(?:_csrf|_kept|_drawn|intent|asked|confirmed)$|password/i;
/** Hidden in a form that is kept as it is typed: when its page was drawn. */
export const DRAWN = '_drawn';
/** Of a form that was sent or left out: what was typed on pages drawn before that comes too late. */
const NOTHING = '';

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

  /** @returns whether it is kept: a save that was on its way while the form was taken brings nothing back */
  async keep(actor: Actor, page: string, fields: RawForm): Promise<boolean> {
    const { accountId } = actor;
    const typed = Object.entries(fields).filter(([name]) => !NOT_KEPT.test(name));
    const place = placeOf(actor, page);
    const sealed = this.sealer.seal(JSON.stringify(Object.fromEntries(typed)));
    const drawn = typedTexts(fields, DRAWN)[0] ?? NOTHING;
    await this.database.execute(
      `INSERT INTO kept_form (place_hash, account_id, sealed, saved_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (place_hash) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
       WHERE kept_form.sealed <> '' OR kept_form.saved_at < ?`,
      [place, accountId, sealed, now(), drawn],
    );
    await this.database.execute(
      `DELETE FROM kept_form WHERE account_id = ? AND place_hash NOT IN
         (SELECT place_hash FROM kept_form WHERE account_id = ?
          ORDER BY CASE WHEN sealed = '' THEN 1 ELSE 0 END, saved_at DESC, place_hash
          LIMIT ${mostForms})`,
      [accountId, accountId],
    );
    return (await this.row(actor, page))?.sealed === sealed;
  }

  async of(actor: Actor, page: string): Promise<RawForm | null> {
    const row = await this.row(actor, page);
    return row?.sealed ? (JSON.parse(this.sealer.open(row.sealed)) as RawForm) : null;
  }

  /** It was sent, or is left out. */
  async drop(actor: Actor, page: string): Promise<void> {
    const { accountId } = actor;
    const row = { placeHash: placeOf(actor, page), accountId, sealed: NOTHING, savedAt: now() };
    await this.database.repo(KeptForm).upsert(row, ['placeHash']);
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
