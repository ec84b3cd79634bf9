import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { translate } from '../text/catalogue.js';
import type { ListVisitor } from '../web/http/list-visitor.js';
import { listFile } from '../web/lists/list-file.js';
import { listPage, noListPage } from '../web/lists/list-page.js';
import { readListQuery } from '../web/lists/list-query.js';
import { type FoundList, ListReader } from '../web/lists/list-reader.js';
import type { ListTable } from '../web/lists/list-table.js';
import { walking } from '../web/lists/walk-model.js';
import { type Download, Page, page } from '../web/views/page.js';
import { RecordAccess } from './record-access.js';

/** A list as a page, or as the file somebody asks for: who took how many rows is written down. */
@Injectable()
export class ShowList {
  constructor(
    private readonly lists: ListReader,
    private readonly recordAccess: RecordAccess,
    private readonly clock: Clock,
  ) {}

  /** @param table null while there is no programme whose list it could be */
  async run(
    visitor: ListVisitor,
    table: ListTable | null,
    title: string,
    show: (found: FoundList) => Page = (found) => page('lists/list', listPage(found, { title })),
  ): Promise<Page | Download> {
    if (!table) return page('lists/list', noListPage(title));
    const query = readListQuery(table, visitor.asked);
    if (!query.file) return show(await this.lists.page(table, visitor.asked));
    const rows = await this.lists.all(table, query);
    await this.recordAccess.run({
      accountId: visitor.accountId,
      address: visitor.address,
      action: 'list.export',
      objectType: table.name,
      result: `rows ${rows.length}`,
    });
    const t = (key: string, variables = {}) => translate(visitor.lang, key, variables);
    return listFile(table, rows, query.file, this.clock.now(), { t, lang: visitor.lang });
  }

  /** The page of a file with its place in the list that it was opened from, when it was. */
  async walk(
    { walk }: ListVisitor,
    id: string,
    table: () => Promise<ListTable | null>,
    shown: Page,
  ): Promise<Page> {
    const list = walk && (await table());
    if (!list) return shown;
    const words = Object.fromEntries(new URLSearchParams(walk.words));
    const place = await this.lists.place(list, words, id, walk.at);
    return new Page(
      shown.template,
      walking({ table: list, walk, place }, shown.build),
      shown.status,
    );
  }
}
