import { Controller, Get } from '@nestjs/common';
import { Access } from '../../web/access/access.decorator.js';
import { Asked } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { PeopleQueries } from '../people.queries.js';
import { accessLogPage } from './access-log.page.js';

@Controller('admin/access-log')
export class AccessLogController {
  constructor(private readonly people: PeopleQueries) {}

  @Get()
  @Access('journal.read')
  async show(@Asked('page') asked?: string) {
    const number = /^[1-9]\d{0,5}$/.test(String(asked)) ? Number(asked) : 1;
    return page('admin/access-log', accessLogPage(await this.people.accesses(number), number));
  }
}
