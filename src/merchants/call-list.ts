import { Injectable } from '@nestjs/common';
import { RecordAccess } from '../accounts/record-access.js';
import type { Actor } from '../web/actor.js';
import { MerchantRecord } from './merchant-record.js';
import { type CallRow, RegistryQueries } from './registry.queries.js';

export interface CallLine extends Omit<CallRow, 'contactMobileSealed'> {
  readonly contactMobile: string;
}

/** Whom to call for a missing return. Telephone numbers leave the register here, so the access log takes a line. */
@Injectable()
export class CallList {
  constructor(
    private readonly registry: RegistryQueries,
    private readonly record: MerchantRecord,
    private readonly recordAccess: RecordAccess,
  ) {}

  async run(
    { accountId }: Actor,
    { division, year, address }: { division: string; year: number; address: string },
  ): Promise<readonly CallLine[]> {
    const rows = await this.registry.callList(division, year);
    await this.recordAccess.run({
      accountId,
      action: 'registry.callList',
      objectType: 'division',
      objectId: division,
      result: `rows ${rows.length}`,
      address,
    });
    return rows.map(({ contactMobileSealed, ...row }) => ({
      ...row,
      contactMobile: this.record.open(contactMobileSealed) ?? '',
    }));
  }
}
