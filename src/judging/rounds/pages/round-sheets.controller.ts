import { Controller, Get, Param } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { Access } from '../../../web/access/access.decorator.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { listPage } from '../../../web/lists/list-page.js';
import { page } from '../../../web/views/page.js';
import { sheetList } from '../../sheets/pages/sheet-list.js';
import { RoundProgressQueries } from '../round-progress.queries.js';
import { RoundQueries } from '../round.queries.js';

const SHEETS = 'judging.sheets.title';

/** Every sheet of a round, in the list kit of the office. */
@Controller('office/rounds')
export class RoundSheetsController {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly progress: RoundProgressQueries,
    private readonly showList: ShowList,
  ) {}

  @Get(':id/sheets')
  @Access('office.read')
  async sheets(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const round = await this.rounds.row(id);
    const table = sheetList(round.id, await this.progress.seats(round.id));
    const links = [{ href: `/office/rounds/${round.id}`, label: 'judging.sheets.round' }];
    const category = visitor.lang === 'zh-CN' ? round.categoryZh : round.categoryEn;
    const lead = { key: `judging.round.title.${round.kind}`, variables: { category } };
    return this.showList.run(visitor, table, SHEETS, (found) =>
      page('lists/list', listPage(found, { title: SHEETS, lead, links })),
    );
  }
}
