import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { JournalRow } from '../journal.queries.js';
import { type JournalLine, journalLine } from './journal-line.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'supervision/journal-entry': JournalEntryPage;
  }
}

export interface JournalEntryPage extends PageFrame {
  readonly entry: JournalLine;
}

export function journalEntryPage(row: JournalRow) {
  return (context: PageContext): JournalEntryPage => {
    const { t } = context;
    const entry = journalLine(row, context);
    return {
      title: t('supervision.journal.entry', { number: row.sequence, event: entry.event }),
      breadcrumbs: [
        { label: t('supervision.journal.title'), href: '/supervision/journal' },
        { label: entry.sequence, href: null },
      ],
      entry,
    };
  };
}
