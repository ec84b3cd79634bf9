import { quotedList } from '../database/quoted-list.js';
import { MERCHANT_ROLES, ROLES } from '../rules/lifecycle/roles.js';
import { hasText } from '../text/catalogue.js';
import { type ListTable, choices } from '../web/lists/list-table.js';

export interface JournalChoices {
  readonly events: readonly string[];
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
  /** All entries about one thing; null for those about anything. */
  readonly subject: string | null;
}

const role = (code: string) => `role.${code}`;
const labelled = (key: string, code: string) => (hasText(key) ? key : { zh: code, en: code });

/** Who acts, in the groups that a reader thinks in. Nobody stands in two of them. */
const parties = {
  merchant: [...MERCHANT_ROLES],
  division: ['DivisionReviewer', 'DivisionApprover'],
  office: ['CityRegistrar', 'Screener', 'Verifier', 'Tabulator', 'Approver', 'Publisher'],
  judge: ['Judge', 'Chair', 'ReviewCommittee'],
  supervisor: ['Supervisor', 'AuditAdmin'],
  administrator: ['SystemAdmin'],
  public: ['Public'],
  system: ['System'],
} as const;

/**
 * Every entry of the journal. What an entry says of its subject stands in no column, no order and no
 * search: a judge's scores are among it.
 */
export function journalList({ events, programmes, subject }: JournalChoices): ListTable {
  return {
    name: 'journal',
    path: '/supervision/journal',
    kept: subject ? { subject } : {},
    empty: { title: 'lists.empty', text: 'supervision.journal.none' },
    from: {
      sql: `journal_entry j LEFT JOIN account p ON p.id = j.actor_id
        LEFT JOIN programme g ON g.id = j.programme_id
        LEFT JOIN application a ON a.id = j.subject_id
        LEFT JOIN merchant m ON m.id = COALESCE(a.merchant_id, j.subject_id)`,
    },
    scope: subject ? { sql: 'j.subject_id = ?', values: [subject] } : { sql: '1 = 1' },
    // A number in the file, a text beside others in the addresses.
    id: 'CAST(j.sequence AS varchar)',
    columns: [
      {
        key: 'sequence',
        label: 'supervision.journal.sequence',
        sql: 'j.sequence',
        kind: 'number',
      },
      { key: 'at', label: 'supervision.journal.at', sql: 'j.at', kind: 'instant' },
      {
        key: 'event',
        label: 'supervision.journal.event',
        sql: 'j.event',
        kind: 'text',
        say: (event) => labelled(`journal.event.${event}`, event),
      },
      { key: 'actor', label: 'supervision.journal.actor', sql: 'p.person_name', kind: 'text' },
      {
        key: 'role',
        label: 'supervision.journal.role',
        sql: 'j.actor_role',
        kind: 'text',
        say: (code) => labelled(role(code), code),
      },
      {
        key: 'type',
        label: 'supervision.journal.type',
        sql: 'j.subject_type',
        kind: 'text',
        say: (type) => labelled(`journal.subject.${type}`, type),
      },
      {
        key: 'subject',
        label: 'supervision.journal.subject',
        sql: 'j.subject_id',
        kind: 'text',
        sort: false,
      },
      {
        key: 'receipt',
        label: 'journal.detail.receiptNumber',
        sql: 'a.receipt_number',
        kind: 'text',
      },
      {
        key: 'merchant',
        label: 'review.column.merchant',
        sql: 'm.name',
        kind: 'text',
        sort: 'm.search_name',
      },
      {
        key: 'programme',
        label: 'supervision.journal.programme',
        sql: 'g.name',
        kind: 'text',
      },
      { key: 'hash', label: 'supervision.journal.hash', sql: 'j.hash', kind: 'text', sort: false },
    ],
    href: (sequence) => `/supervision/journal/${sequence}`,
    states: {
      key: 'party',
      label: 'supervision.journal.party',
      options: Object.entries(parties).map(([value, roles]) => ({
        value,
        label: `supervision.journal.party.${value}`,
        where: { sql: `j.actor_role IN (${quotedList(roles)})` },
      })),
    },
    filters: [
      choices(
        'event',
        'supervision.journal.event',
        'j.event',
        events.map((event) => ({
          value: event,
          label: labelled(`journal.event.${event}`, event),
        })),
      ),
      choices(
        'role',
        'supervision.journal.role',
        'j.actor_role',
        [...ROLES, 'System'].map((code) => ({ value: code, label: role(code) })),
      ),
      choices(
        'programme',
        'supervision.journal.programme',
        'j.programme_id',
        programmes.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } })),
      ),
    ],
    span: { label: 'supervision.journal.at', sql: 'j.at' },
    search: {
      label: 'supervision.journal.search',
      texts: ['LOWER(p.person_name)', 'm.search_name'],
      codes: ['UPPER(j.subject_id)', 'a.receipt_number', 'm.credit_code'],
      pinyin: 'p.person_name',
    },
    order: 'j.sequence DESC',
  };
}
