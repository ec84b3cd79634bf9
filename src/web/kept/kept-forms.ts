import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { Sealer } from '../../database/sealed.js';
import { type Actor } from '../actor.js';
import type { RawForm } from '../forms/parse-value.js';
import { merchantOfPage } from './form-draft.js';
import { KeptForm } from './kept-form.entity.js';

/** Forms of one person that wait to be sent; the oldest make room. */
const mostForms = 20;
/** Asked anew each time, or never typed. */
const NOT_KEPT = /^(?:_csrf|_kept|intent|asked|confirmed)$|password/i;

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

  async keep(actor: Actor, page: string, fields: RawForm): Promise<void> {
    const { accountId } = actor;
    const typed = Object.entries(fields).filter(([name]) => !NOT_KEPT.test(name));
    const row = {
      placeHash: placeOf(actor, page),
      accountId,
      sealed: this.sealer.seal(JSON.stringify(Object.fromEntries(typed))),
      savedAt: new Date().toISOString(),
    };
    await this.database.repo(KeptForm).upsert(row, ['placeHash']);
    await this.database.execute(
      `DELETE FROM kept_form WHERE account_id = ? AND place_hash NOT IN
         (SELECT place_hash FROM kept_form WHERE account_id = ?
          ORDER BY saved_at DESC, place_hash LIMIT ${mostForms})`,
      [accountId, accountId],
    );
  }

  async of(actor: Actor, page: string): Promise<RawForm | null> {
    const row = await this.database
      .repo(KeptForm)
      .findOneBy({ placeHash: placeOf(actor, page), accountId: actor.accountId });
    return row && (JSON.parse(this.sealer.open(row.sealed)) as RawForm);
  }

  async drop(actor: Actor, page: string): Promise<void> {
    await this.database.repo(KeptForm).delete({ placeHash: placeOf(actor, page) });
  }
}

function placeOf(actor: Actor, page: string): string {
  const place = [actor.accountId, merchantOfPage(actor, page) ?? '', page];
  return createHash('sha256').update(place.join(' ')).digest('hex');
}
