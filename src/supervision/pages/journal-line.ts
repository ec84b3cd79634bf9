import { formatInstant } from '../../text/format.js';
import type { PageContext, Translate } from '../../web/page-context.js';
import type { JournalRow } from '../journal.queries.js';
import { journalDetails, journalSubject, textOr } from './journal-details.js';

/** One entry as the list opens it in place and its own page shows it. */
export interface JournalLine {
  readonly sequence: string;
  /** Day and time; in a list under its day the time alone. */
  readonly time: string;
  readonly event: string;
  readonly who: string;
  readonly subject: { readonly label: string; readonly href: string };
  readonly programme: string;
  readonly details: readonly { readonly term: string; readonly value: string }[];
  readonly hash: string;
}

export function journalLine(row: JournalRow, context: PageContext): JournalLine {
  const { t, lang } = context;
  return {
    sequence: String(row.sequence),
    time: formatInstant(lang, row.at),
    event: textOr(t, `journal.event.${row.event}`, row.event),
    who: who(row, t),
    subject: {
      label: journalSubject(row, t),
      href: `/supervision/journal?subject=${encodeURIComponent(row.subjectId)}`,
    },
    programme: row.programmeName ?? '',
    details: journalDetails(row, context),
    hash: row.hash,
  };
}

/** A merchant's act that a clerk typed in at the window says so: the name is the clerk's. */
function who(row: JournalRow, t: Translate): string {
  const role = textOr(t, `role.${row.actorRole}`, row.actorRole);
  const name = row.actorName;
  if (!name) return role;
  const byClerk = 'window' in row.details && row.actorRole !== 'CityRegistrar';
  return t(byClerk ? 'supervision.journal.whoAtWindow' : 'supervision.journal.who', { name, role });
}
