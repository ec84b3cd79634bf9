import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { StoreDocument } from '../documents/store-document.js';
import { Journal } from '../journal/journal.js';
import { beijingDate } from '../rules/calendar/beijing-time.js';
import { Refusal, conflict, missing } from '../rules/refusal.js';
import { type ShopFacts, checkShop } from '../rules/registry/check-shop.js';
import { type Actor, merchantOf } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import { lockMerchant } from './lock-merchant.js';
import { refuseFirst } from './refuse-first.js';
import { Shop } from './shop.entity.js';

export interface ShopToSave {
  /** Null for a new shop. */
  readonly shopId: string | null;
  readonly version: number;
  readonly facts: ShopFacts;
  /** New front-page shot and authorisation; null keeps what is there. */
  readonly licenceShot: UploadedFile | null;
  readonly authorisation: UploadedFile | null;
}

/** A merchant adds or corrects one of its shops; closing one is a correction of its status. */
@Injectable()
export class SaveShop {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly storeDocument: StoreDocument,
  ) {}

  async run(actor: Actor, given: ShopToSave): Promise<{ shopId: string }> {
    const merchantId = merchantOf(actor);
    if (!merchantId) throw missing();
    const { facts, problems } = checkShop(given.facts, beijingDate(this.clock.now()));
    refuseFirst(problems);
    return this.database.transaction(async () => {
      await lockMerchant(this.database, merchantId);
      const shops = this.database.repo(Shop);
      const known = given.shopId
        ? await shops.findOneBy({ id: given.shopId, merchantId })
        : Object.assign(new Shop(), {
            id: newId(),
            merchantId,
            authorisationId: null,
            licenceShotId: null,
          });
      if (!known) throw missing();
      if (given.shopId && known.version !== given.version) throw conflict();
      const store = async (file: UploadedFile | null, before: string | null) => {
        if (!file) return before;
        const owner = { ownerType: 'merchant', ownerId: merchantId } as const;
        return (await this.storeDocument.run(actor, { ...owner, file })).documentId;
      };
      const licenceShotId = await store(given.licenceShot, known.licenceShotId);
      if (!licenceShotId)
        throw new Refusal('merchants.shop.licenceShotRequired', {}, 'licenceShot');
      const authorisationId = facts.sameSubject
        ? null
        : await store(given.authorisation, known.authorisationId);
      if (!facts.sameSubject && !authorisationId) {
        throw new Refusal('merchants.shop.authorisationRequired', {}, 'authorisation');
      }
      const saved = await shops.save(
        Object.assign(known, facts, { licenceShotId, authorisationId }),
      );
      await this.journal.record({
        actorId: actor.accountId,
        actorRole: actor.duties[0]?.role ?? 'Agent',
        event: given.shopId ? 'shop.revise' : 'shop.add',
        subjectType: 'merchant',
        subjectId: merchantId,
        details: { shopId: saved.id, platform: facts.platform, status: facts.status },
        changesPublicPages: true,
      });
      return { shopId: saved.id };
    });
  }
}
