import { Controller, Get, Post } from '@nestjs/common';
import { type JournalVerification, VerifyJournal } from '../../journal/verify-journal.js';
import { Access } from '../../web/access/access.decorator.js';
import { type Submitted, unsentForm } from '../../web/forms/submitted.js';
import { Search } from '../../web/http/parameters.js';
import { page } from '../../web/views/page.js';
import { JournalQueries } from '../journal.queries.js';
import { JournalSearch } from './journal.form.js';
import { journalPage } from './journal.page.js';

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
  async verify() {
    return this.page(unsentForm(JournalSearch), await this.verifyJournal.run());
  }

  private async page(search: Submitted<JournalSearch>, verification: JournalVerification | null) {
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
      journalPage({ search, found, events, programmes, verification }),
      search.ok ? 200 : 422,
    );
  }
}
