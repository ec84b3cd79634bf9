import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Sealer } from '../database/sealed.js';
import { checkMobile } from '../rules/identifiers/contact-identifiers.js';
import { Refusal } from '../rules/refusal.js';
import { TooManyRequests } from '../web/errors/too-many-requests.js';
import { RateLimits } from '../web/rate-limits.js';
import type { SignedIn } from '../web/sessions/open-session.js';
import { passwordMark } from '../web/sessions/password-mark.js';
import { passwordMatches } from './passwords.js';
import { RecordAccess } from './record-access.js';

/** Mobile number and password → account id; five failures close the account for 15 minutes. */
@Injectable()
export class SignIn {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly access: RecordAccess,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /**
   * @throws Refusal with one and the same sentence for a wrong number and a wrong password
   * @throws TooManyRequests while the account or the address is closed
   */
  async run(mobile: string, password: string, address: string): Promise<SignedIn> {
    const checked = checkMobile(mobile);
    const lookup = this.sealer.lookup(checked.ok ? checked.value : mobile);
    const row = await this.database.row<{ id: string; passwordHash: string }>(
      'SELECT id, password_hash FROM account WHERE mobile_lookup = ? AND disabled_at IS NULL',
      [lookup],
    );
    await this.takeTry(lookup, address, row?.id ?? null);
    const matches = await passwordMatches(row?.passwordHash ?? null, password);
    await this.access.run({
      accountId: row?.id ?? null,
      action: 'signIn',
      result: matches ? 'ok' : 'refused',
      address,
    });
    if (!row || !matches) throw new Refusal('accounts.signIn.wrong');
    await this.limits.clear('signInAccount', lookup);
    return { accountId: row.id, passwordMark: passwordMark(row.passwordHash) };
  }

  /**
   * A try at a closed account is written down each time, the address holds their number down; of a
   * closed address only the first, or anybody could fill the log.
   */
  private async takeTry(lookup: string, address: string, accountId: string | null): Promise<void> {
    const closed = { accountId, action: 'signIn', result: 'closed', address };
    try {
      await this.limits.take('signInAddress', address);
    } catch (error) {
      if (error instanceof TooManyRequests && error.first) await this.access.run(closed);
      throw error;
    }
    try {
      await this.limits.take('signInAccount', lookup);
    } catch (error) {
      if (error instanceof TooManyRequests) await this.access.run(closed);
      throw error;
    }
  }
}
