import { Controller, Get, Param } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { isDivisionCode } from '../../rules/identifiers/divisions.js';
import { missing } from '../../rules/refusal.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { Address, Asked, Me } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { CallList } from '../call-list.js';
import { RegistryQueries } from '../registry.queries.js';
import { callListPage, completenessPage } from './completeness.page.js';

@Controller('office/registry/completeness')
export class CompletenessController {
  constructor(
    private readonly registry: RegistryQueries,
    private readonly callLists: CallList,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  async show(@Asked('year') yearText?: string) {
    const year = this.year(yearText);
    const rows = await this.registry.completeness(year);
    return page('merchants/completeness', completenessPage(rows, year));
  }

  @Get(':division')
  @Access('registry.read')
  async callList(
    @Me() me: Actor,
    @Address() address: string,
    @Param('division') division: string,
    @Asked('year') yearText?: string,
  ) {
    if (!isDivisionCode(division)) throw missing();
    const year = this.year(yearText);
    const rows = await this.callLists.run(me, { division, year, address });
    return page('merchants/call-list', callListPage(rows, division, year));
  }

  private year(text: string | undefined): number {
    return /^20\d{2}$/.test(text ?? '') ? Number(text) : lastFullYear(this.clock.now());
  }
}
