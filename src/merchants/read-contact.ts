import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import { Database } from '../database/database.js';
import type { Actor } from '../web/actor.js';
import { MerchantRecord } from './merchant-record.js';

export interface MerchantContact {
  readonly name: string;
  readonly mobile: string;
}

/** Whom an office calls about a file of the merchant; the access log takes a line. */
@Injectable()
export class ReadContact {
  constructor(
    private readonly database: Database,
    private readonly record: MerchantRecord,
    private readonly recordAccess: RecordAccess,
  ) {}

  /** @param merchantId of a file that the caller has loaded through the reader's scope */
  async run({ accountId }: Actor, merchantId: string, address: string): Promise<MerchantContact> {
    const row = await this.database.row<{ contactName: string; contactMobileSealed: string }>(
      'SELECT contact_name, contact_mobile_sealed FROM merchant WHERE id = ?',
      [merchantId],
    );
    await this.recordAccess.run({
      accountId,
      action: 'merchant.contact',
      objectType: 'merchant',
      objectId: merchantId,
      result: 'read',
      address,
    });
    return {
      name: row?.contactName ?? '',
      mobile: this.record.open(row?.contactMobileSealed ?? null) ?? '',
    };
  }
}
