import { Injectable } from '@nestjs/common';
import { StoreDocument } from '../documents/store-document.js';
import { Refusal } from '../rules/refusal.js';
import type { Actor } from '../web/actor.js';
import type { UploadedFile } from '../web/http/uploaded-file.js';
import type { Merchant } from './merchant.entity.js';

/** The paper behind an exemption from registration (电子商务法 Art. 10): no exempt record without it. */
@Injectable()
export class ExemptionStatement {
  constructor(private readonly storeDocument: StoreDocument) {}

  /**
   * Within the caller's transaction.
   * @returns the document that a record stands on from now on; null for merchants that register
   */
  async keep(
    actor: Actor,
    merchant: Pick<Merchant, 'id' | 'exemptionStatementId'>,
    given: {
      readonly facts: { readonly merchantType: string };
      readonly exemptionStatement: UploadedFile | null;
    },
  ): Promise<string | null> {
    if (given.facts.merchantType !== 'exemptPerson') return null;
    const file = given.exemptionStatement;
    if (file) {
      const owner = { ownerType: 'merchant', ownerId: merchant.id } as const;
      return (await this.storeDocument.run(actor, { ...owner, file })).documentId;
    }
    if (merchant.exemptionStatementId) return merchant.exemptionStatementId;
    throw new Refusal('merchants.exemptionStatement.required', {}, 'exemptionStatement');
  }
}
