import { Controller, Get, Param, Query } from '@nestjs/common';
import { RecordAccess } from '../../accounts/record-access.js';
import { Clock } from '../../config/clock.js';
import { isDivisionCode } from '../../rules/identifiers/divisions.js';
import { missing } from '../../rules/refusal.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { Address, Me } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { MerchantRecord } from '../merchant-record.js';
import { RegistryQueries } from '../registry.queries.js';
import { callListPage, completenessPage } from './completeness.page.js';

@Controller('office/registry/completeness')
export class CompletenessController {
  constructor(
    private readonly registry: RegistryQueries,
    private readonly record: MerchantRecord,
    private readonly recordAccess: RecordAccess,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  async show(@Query('year') yearText?: string) {
    const year = this.year(yearText);
    const rows = await this.registry.completeness(year);
    return page('merchants/completeness', completenessPage(rows, year));
  }

  /** Telephone numbers leave the register here, so the access log takes a line. */
  @Get(':division')
  @Access('registry.read')
  async callList(
    @Me() me: Actor,
    @Address() address: string,
    @Param('division') division: string,
    @Query('year') yearText?: string,
  ) {
    if (!isDivisionCode(division)) throw missing();
    const year = this.year(yearText);
    const rows = await this.registry.callList(division, year);
    await this.recordAccess.run({
      accountId: me.accountId,
      action: 'registry.callList',
      objectType: 'division',
      objectId: division,
      result: `rows ${rows.length}`,
      address,
    });
    const opened = rows.map(({ contactMobileSealed, ...row }) => ({
      ...row,
      contactMobile: this.record.open(contactMobileSealed) ?? '',
    }));
    return page('merchants/call-list', callListPage(opened, division, year));
  }

  private year(text: string | undefined): number {
    return /^20\d{2}$/.test(text ?? '') ? Number(text) : lastFullYear(this.clock.now());
  }
}
