import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../../accounts/account.entity.js';
import { Clock } from '../../config/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { newId } from '../../database/new-id.js';
import { Sealer } from '../../database/sealed.js';
import { StoreDocument } from '../../documents/store-document.js';
import { Journal } from '../../journal/journal.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { Notify } from '../../notifications/notify.js';
import { beijingDate } from '../../rules/calendar/beijing-time.js';
import { Refusal, missing } from '../../rules/refusal.js';
import { actingRole } from '../../web/acting-role.js';
import type { Actor } from '../../web/actor.js';
import type { UploadedFile } from '../../web/http/uploaded-file.js';
import { type Capacity, WindowEntry } from './window-entry.entity.js';

export interface WindowVisit {
  /** Null for a merchant that is not in the register yet. */
  readonly merchantId: string | null;
  readonly person: string;
  readonly telephone: string;
  readonly capacity: Capacity;
  /** The signed paper that was brought. */
  readonly sheet: UploadedFile | null;
}

/**
 * A clerk takes the signed paper of somebody who came (rule K5) and fills in the merchant's own pages
 * for the rest of the day. The merchant is told at once.
 */
@Injectable()
export class OpenWindow {
  private readonly sealer: Sealer;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly store: StoreDocument,
    private readonly journal: Journal,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {
    this.sealer = new Sealer(config.secret);
  }

  /** @throws Refusal without the signed paper, or while another entry of the clerk is open */
  async run(actor: Actor, visit: WindowVisit): Promise<{ entryId: string }> {
    const role = actingRole(actor, ['CityRegistrar']);
    const { sheet, capacity } = visit;
    if (!sheet) throw new Refusal('applications.window.sheetMissing', {}, 'sheet');
    return this.database.transaction(async () => {
      await this.database.lock(Account, actor.accountId);
      const openedAt = this.clock.now();
      const openedOn = beijingDate(openedAt);
      const open = await this.database
        .repo(WindowEntry)
        .findBy({ enteredBy: actor.accountId, openedOn });
      if (open.some(({ closedAt }) => closedAt === null)) {
        throw new Refusal('applications.window.openAlready');
      }
      if (visit.merchantId && !(await this.isListed(visit.merchantId))) throw missing();
      const merchantId = visit.merchantId ?? newId();
      const { documentId } = await this.store.run(actor, {
        ownerType: 'merchant',
        ownerId: merchantId,
        file: sheet,
      });
      const entry = {
        id: newId(),
        receiptNumber: `CK${openedOn.replaceAll('-', '')}${randomInt(1e5, 1e6)}`,
        merchantId,
        personSealed: this.sealer.seal(
          JSON.stringify({ name: visit.person, telephone: visit.telephone }),
        ),
        capacity,
        sheetId: documentId,
        enteredBy: actor.accountId,
        openedAt,
        openedOn,
        closedAt: null,
        version: 1,
      };
      await this.database.repo(WindowEntry).insert(entry);
      const { receiptNumber } = entry;
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: role,
        event: 'window.open',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { window: receiptNumber, capacity, registered: visit.merchantId !== null },
      });
      await this.notify.merchant(merchantId, {
        kind: 'windowOpened',
        variables: { number: receiptNumber },
        path: '/my',
      });
      return { entryId: entry.id };
    });
  }

  private async isListed(id: string): Promise<boolean> {
    const [merchant] = await this.database.lockAll(Merchant, [id]);
    return merchant !== undefined && merchant.mergedIntoId === null;
  }
}
