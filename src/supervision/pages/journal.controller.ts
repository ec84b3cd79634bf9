import { Controller, Get, Post } from '@nestjs/common';
import { type JournalVerification, VerifyJournal } from '../../journal/verify-journal.js';
import { readCheckpoints } from '../../rules/provenance/checkpoint.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Form, Search } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { JournalQueries } from '../journal.queries.js';
import { CheckpointForm, JournalSearch } from './journal.form.js';
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
    private readonly verifyJournal: VerifyJournal,
  ) {}

  @Get()
  @Access('journal.read')
  show(@Search(JournalSearch) search: Submitted<JournalSearch>) {
    return this.page(search, null);
  }

  @Post('verification')
  @Access('journal.read')
  async verify(@Form(CheckpointForm) form: Submitted<CheckpointForm>) {
    const search = unsentForm(JournalSearch);
    const text = form.value.checkpoints ?? '';
    const sent = readCheckpoints(text);
    if (!form.ok) return this.page(search, null, form);
    if (text.trim() && !sent.length) return this.page(search, null, form.with(noCheckpoint));
    return this.page(search, await this.verifyJournal.run(sent), form);
  }

  private async page(
    search: Submitted<JournalSearch>,
    verification: JournalVerification | null,
    form: Submitted<CheckpointForm> = unsentForm(CheckpointForm),
  ) {
    const { event, role, programme, subject, before } = search.value;
    const [found, events, programmes] = await Promise.all([
      this.journal.entries({
        event: event || null,
        role: role || null,
        programmeId: programme || null,
        subjectId: subject || null,
        before: /^\d{1,9}$/.test(before ?? '') ? Number(before) : null,
      }),
      this.journal.events(),
      this.journal.programmes(),
    ]);
    return page(
      'supervision/journal',
      journalPage({ search, found, events, programmes, verification, form }),
      search.ok && form.ok ? 200 : 422,
    );
  }
}
