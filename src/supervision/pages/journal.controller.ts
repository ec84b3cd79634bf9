import { Controller, Get, Param, Post } from '@nestjs/common';
import { ShowList } from '../../accounts/show-list.js';
import { type JournalVerification, VerifyJournal } from '../../journal/verify-journal.js';
import { readCheckpoints } from '../../rules/provenance/checkpoint.js';
import { Access } from '../../web/access/access.decorator.js';
import { type RawForm, typedTexts } from '../../web/forms/parse-value.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { ListVisit, type ListVisitor } from '../../web/http/list-visitor.js';
import { Form } from '../../web/http/parameters.js';
import { ListReader } from '../../web/lists/list-reader.js';
import { page } from '../../web/views/page.js';
import { journalList } from '../journal-list.js';
import { JournalQueries } from '../journal.queries.js';
import { CheckpointForm } from './journal.form.js';
import { journalEntryPage } from './journal-entry.page.js';
import { journalPage } from './journal.page.js';

const noCheckpoint = {
  field: 'checkpoints',
  code: 'supervision.journal.checkpoints.none',
  variables: {},
};

@Controller('supervision/journal')
export class JournalController {
  constructor(
    private readonly journal: JournalQueries,
    private readonly lists: ListReader,
    private readonly showList: ShowList,
    private readonly verifyJournal: VerifyJournal,
  ) {}

  @Get()
  @Access('journal.read')
  async show(@ListVisit() visitor: ListVisitor) {
    const table = await this.table(visitor.asked);
    const found = await this.lists.page(table, visitor.asked);
    if (found.query.file) return this.showList.run(visitor, table, 'supervision.journal.title');
    return this.page(found, null);
  }

  @Get(':sequence')
  @Access('journal.read')
  async entry(@Param('sequence') sequence: string, @ListVisit() visitor: ListVisitor) {
    const shown = page(
      'supervision/journal-entry',
      journalEntryPage(await this.journal.entry(sequence)),
    );
    const words = Object.fromEntries(new URLSearchParams(visitor.walk?.words));
    return this.showList.walk(visitor, sequence, () => this.table(words), shown);
  }

  @Post('verification')
  @Access('journal.read')
  async verify(@Form(CheckpointForm) form: Submitted<CheckpointForm>) {
    const found = await this.lists.page(await this.table({}), {});
    const text = form.value.checkpoints ?? '';
    const sent = readCheckpoints(text);
    if (!form.ok) return this.page(found, null, form);
    if (text.trim() && !sent.length) return this.page(found, null, form.with(noCheckpoint));
    return this.page(found, await this.verifyJournal.run(sent), form);
  }

  private async table(asked: RawForm) {
    const [subject = ''] = typedTexts(asked, 'subject');
    const [events, programmes] = await Promise.all([
      this.journal.events(),
      this.journal.programmes(),
    ]);
    return journalList({ events, programmes, subject: subject.slice(0, 40) || null });
  }

  private async page(
    found: Awaited<ReturnType<ListReader['page']>>,
    verification: JournalVerification | null,
    form: Submitted<CheckpointForm> = unsentForm(CheckpointForm),
  ) {
    const rows = await this.journal.entries(found.rows.map(({ id }) => Number(id)));
    return page(
      'supervision/journal',
      journalPage({ found, rows, verification, form }),
      form.ok ? 200 : 422,
    );
  }
}
