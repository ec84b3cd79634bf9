import { type ListTable, choices } from '../../web/lists/list-table.js';
import { capacities } from './window-entry.entity.js';

const windowStandings = ['open', 'closed', 'ended'] as const;

/** Who came, for whom, and who typed it in. The person is sealed and stands in no column. */
export function windowList(today: string): ListTable {
  return {
    name: 'window',
    path: '/office/window',
    empty: { title: 'applications.window.none', text: 'applications.window.none.text' },
    from: {
      sql: `(SELECT e.*, CASE WHEN e.closed_at IS NOT NULL THEN 'closed' WHEN e.opened_on < ?
          THEN 'ended' ELSE 'open' END AS standing FROM window_entry e) w
        JOIN account c ON c.id = w.entered_by LEFT JOIN merchant m ON m.id = w.merchant_id`,
      values: [today],
    },
    scope: { sql: '1 = 1' },
    id: 'w.id',
    columns: [
      {
        key: 'receipt',
        label: 'applications.window.receipt',
        sql: 'w.receipt_number',
        kind: 'text',
      },
      {
        key: 'state',
        label: 'applications.window.state',
        sql: 'w.standing',
        kind: 'text',
        say: (one) => `applications.window.state.${one}`,
        tone: (one) => (one === 'open' ? 'attention' : 'neutral'),
      },
      {
        key: 'merchant',
        label: 'review.column.merchant',
        sql: 'm.name',
        kind: 'text',
        nothing: 'applications.window.unregistered',
        sort: 'm.search_name',
      },
      {
        key: 'capacity',
        label: 'applications.window.capacity',
        sql: 'w.capacity',
        kind: 'text',
        say: (one) => `applications.window.capacity.${one}`,
      },
      { key: 'clerk', label: 'applications.window.clerk', sql: 'c.person_name', kind: 'text' },
      { key: 'opened', label: 'applications.window.opened', sql: 'w.opened_at', kind: 'instant' },
      {
        key: 'closed',
        label: 'applications.window.closed',
        sql: 'w.closed_at',
        kind: 'instant',
        shown: false,
      },
    ],
    href: (id) => `/office/window/${id}`,
    states: choices(
      'state',
      'applications.window.state',
      'w.standing',
      windowStandings.map((value) => ({ value, label: `applications.window.state.${value}` })),
    ),
    filters: [
      choices(
        'capacity',
        'applications.window.capacity',
        'w.capacity',
        capacities.map((value) => ({ value, label: `applications.window.capacity.${value}` })),
      ),
    ],
    search: {
      label: 'applications.window.search',
      texts: ['m.search_name'],
      codes: ['w.receipt_number', 'm.credit_code'],
      pinyin: 'm.name',
    },
    order: 'w.opened_at DESC',
  };
}
