import { Controller, Get, Param } from '@nestjs/common';
import { ShowList } from '../../../accounts/show-list.js';
import { ProgrammeQueries } from '../../../programmes/programme.queries.js';
import { Access } from '../../../web/access/access.decorator.js';
import { ListVisit, type ListVisitor } from '../../../web/http/list-visitor.js';
import { page } from '../../../web/views/page.js';
import { ApplicationFileQueries } from '../file/application-file.queries.js';
import { PlausibilityQueries } from '../file/plausibility.queries.js';
import { ApplicationLists } from '../lists/application-lists.js';
import { applicationPage } from './application.page.js';

@Controller('office/applications')
export class OfficeApplicationController {
  constructor(
    private readonly lists: ApplicationLists,
    private readonly showList: ShowList,
    private readonly files: ApplicationFileQueries,
    private readonly plausibility: PlausibilityQueries,
    private readonly programmes: ProgrammeQueries,
  ) {}

  @Get()
  @Access('office.read')
  async list(@ListVisit() visitor: ListVisitor) {
    const table = await this.lists.applications(visitor.asked);
    return this.showList.run(visitor, table, 'lists.applications.title');
  }

  @Get(':id')
  @Access('office.read')
  async show(@Param('id') id: string, @ListVisit() visitor: ListVisitor) {
    const file = await this.files.file(id, null);
    const { rules } = await this.programmes.rules(file.head.programmeId);
    const background = await this.plausibility.background(file);
    const shown = page('applications-office/application', applicationPage(file, rules, background));
    const words = Object.fromEntries(new URLSearchParams(visitor.walk?.words));
    const list = () => this.lists.applications({ ...words, programme: file.head.programmeId });
    return this.showList.walk(visitor, id, list, shown);
  }
}
