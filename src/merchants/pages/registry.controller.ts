import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ShowList } from '../../accounts/show-list.js';
import { Clock } from '../../config/clock.js';
import { writeCsv } from '../../text/csv.js';
import { XLSX_TYPE, writeXlsx } from '../../text/xlsx.js';
import { lastFullYear } from '../../rules/registry/return-years.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Actor, holds } from '../../web/actor.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { ListVisit, type ListVisitor } from '../../web/http/list-visitor.js';
import { Me } from '../../web/http/parameters.js';
import { listPage } from '../../web/lists/list-page.js';
import { download, page } from '../../web/views/page.js';
import { ExportRegistry } from '../export-registry.js';
import { ExportReturns } from '../returns-import/export-returns.js';
import { registryListOf } from '../registry-list.js';

const TITLE = 'merchants.registry.title';

@Controller('office/registry')
export class RegistryController {
  constructor(
    private readonly showList: ShowList,
    private readonly exportRegistry: ExportRegistry,
    private readonly exportReturns: ExportReturns,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('registry.read')
  show(@Me() me: Actor, @ListVisit() visitor: ListVisitor) {
    const table = this.table(visitor.asked);
    const { year = '' } = table.kept ?? {};
    const links = [
      {
        href: `/office/registry/completeness${year && `?year=${year}`}`,
        label: 'merchants.completeness.title',
      },
      { href: '/office/registry/new', label: 'merchants.acceptance.title' },
      { href: '/office/registry/merges', label: 'merchants.duplicates.title' },
      { href: '/office/registry/doubts', label: 'merchants.returnCheck.title' },
    ];
    const files = [
      { href: '/office/registry/export?file=xlsx', label: 'merchants.registry.exportXlsx' },
      { href: '/office/registry/export', label: 'merchants.registry.export' },
      {
        href: `/office/registry/returns?file=xlsx${year && `&year=${year}`}`,
        label: 'merchants.returns.exportXlsx',
      },
      {
        href: `/office/registry/returns${year && `?year=${year}`}`,
        label: 'merchants.returns.exportCsv',
      },
      ...(holds(me, 'CityRegistrar')
        ? [
            { href: '/office/registry/import', label: 'merchants.import.title' },
            { href: '/office/registry/returns/import', label: 'merchants.returnsImport.title' },
          ]
        : []),
    ];
    return this.showList.run(visitor, table, TITLE, (found) =>
      page('lists/list', listPage(found, { title: TITLE, links, files })),
    );
  }

  /** Every column of the register, as an import reads it. */
  @Get('export')
  @Access('registry.read')
  async file(@ListVisit() visitor: ListVisitor, @Req() request: FastifyRequest) {
    const { asked } = visitor;
    const table = this.table(asked);
    const { header, rows } = await this.exportRegistry.run(visitor, table, asked, request.lang);
    return typedTexts(asked, 'file')[0] === 'xlsx'
      ? download(await writeXlsx(header, rows), XLSX_TYPE, 'merchants.xlsx')
      : download(writeCsv(header, rows), 'text/csv; charset=utf-8', 'merchants.csv');
  }

  /** All that was filed for one year. */
  @Get('returns')
  @Access('registry.read')
  async returns(@ListVisit() visitor: ListVisitor, @Req() request: FastifyRequest) {
    const [typed = ''] = typedTexts(visitor.asked, 'year');
    const year = /^20\d{2}$/.test(typed) ? Number(typed) : lastFullYear(this.clock.now());
    const { header, rows } = await this.exportReturns.run(visitor, year, request.lang);
    return typedTexts(visitor.asked, 'file')[0] === 'xlsx'
      ? download(await writeXlsx(header, rows), XLSX_TYPE, `returns-${year}.xlsx`)
      : download(writeCsv(header, rows), 'text/csv; charset=utf-8', `returns-${year}.csv`);
  }

  private table(asked: RawForm) {
    return registryListOf(asked, this.clock.now());
  }
}
