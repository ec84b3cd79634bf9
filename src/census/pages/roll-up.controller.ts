import { Controller, Get } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { missing } from '../../rules/refusal.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, divisionOf } from '../../web/actor.js';
import { Asked, Me } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { CensusQueries } from '../census.queries.js';
import { rollUpPage } from './roll-up.page.js';

@Controller('division/roll-up')
export class RollUpController {
  constructor(
    private readonly queries: CensusQueries,
    private readonly clock: Clock,
  ) {}

  /** A division's own sheet; there is no address under which another one's would lie. */
  @Get()
  @Access('division')
  async show(@Me() me: Actor, @Asked('year') yearText?: string) {
    const divisionCode = divisionOf(me);
    if (!divisionCode) throw missing();
    const year = /^\d{4}$/.test(yearText ?? '') ? Number(yearText) : lastFullYear(this.clock.now());
    const sums = await this.queries.division(divisionCode, year);
    const pilots = await this.queries.pilots(divisionCode);
    return page('census/roll-up', rollUpPage({ divisionCode, year, sums, pilots }));
  }
}
