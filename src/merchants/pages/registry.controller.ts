import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../config/clock.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import type { Actor } from '../../web/actor.js';
import { holds } from '../../web/actor.js';
import type { Submitted } from '../../web/forms/submitted.js';
import { Address, Me, Search } from '../../web/http/parameters.js';
import { download, page } from '../../web/views/page.js';
import { ExportRegistry } from '../export-registry.js';
import { RegistryQueries, type RegistrySearch } from '../registry.queries.js';
import { RegistrySearchForm } from './registry.form.js';
import { registryPage } from './registry.page.js';

@Controller('office/registry')
export class RegistryController {
  constructor(
    private readonly registry: RegistryQueries,
    private readonly exportRegistry: ExportRegistry,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  async show(@Me() me: Actor, @Search(RegistrySearchForm) form: Submitted<RegistrySearchForm>) {
    const search = this.search(form);
    const number = form.ok ? (form.value.page ?? 1) : 1;
    const found = await this.registry.search(search, number);
    const mayImport = holds(me, 'CityRegistrar');
    const rows = { ...found, search, page: number, mayImport };
    return page('merchants/registry', registryPage(form, rows), form.ok ? 200 : 422);
  }

  @Get('export')
  @Access('registry.read')
  async csv(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Address() address: string,
    @Search(RegistrySearchForm) form: Submitted<RegistrySearchForm>,
  ) {
    const by = { accountId: me.accountId, address };
    const csv = await this.exportRegistry.run(by, this.search(form), request.lang);
    return download(csv, 'text/csv; charset=utf-8', 'merchants.csv');
  }

  /** A search that cannot be read finds everything; the page says what was wrong with it. */
  private search(form: Submitted<RegistrySearchForm>): RegistrySearch {
    const year = lastFullYear(this.clock.now());
    const { value } = form;
    return form.ok
      ? {
          text: value.text,
          divisionCode: value.division,
          sector: value.sector,
          sizeClass: value.size,
          year: value.year ?? year,
          withoutReturn: value.withoutReturn,
        }
      : {
          text: null,
          divisionCode: null,
          sector: null,
          sizeClass: null,
          year,
          withoutReturn: false,
        };
  }
}
