import { quotedList } from '../../database/quoted-list.js';
import { objectionIn } from '../../rules/lifecycle/objection-groups.js';
import { OBJECTION_STATES } from '../../rules/lifecycle/objection-lifecycle.js';
import { type ListTable, choices } from '../../web/lists/list-table.js';

const unsettled = `o.state IN (${quotedList(objectionIn.unsettled)})`;
const due = `CASE WHEN ${unsettled} THEN COALESCE(o.decide_by, o.accept_by) END`;

/** Objections of all years, the newest first. Who objects is sealed and stands nowhere in it. */
export function objectionList(today: string): ListTable {
  return {
    name: 'objections',
    empty: { title: 'awards.objections.none', text: 'awards.objections.noneText' },
    path: '/office/objections',
    from: {
      sql: `objection o JOIN notice n ON n.id = o.notice_id
        LEFT JOIN application a ON a.id = o.application_id
        LEFT JOIN merchant m ON m.id = a.merchant_id`,
    },
    scope: { sql: '1 = 1' },
    id: 'o.id',
    columns: [
      {
        key: 'receipt',
        label: 'awards.objection.receipt',
        sql: 'o.receipt_number',
        kind: 'text',
      },
      {
        key: 'state',
        label: 'awards.objection.state',
        sql: 'o.state',
        kind: 'text',
        say: (state) => `lifecycle.objection.${state}`,
        tone: (state) => (objectionIn.unsettled.has(state) ? 'attention' : 'neutral'),
      },
      {
        key: 'against',
        label: 'awards.objection.against',
        sql: 'm.name',
        kind: 'text',
        nothing: 'awards.objection.procedure',
        sort: 'm.search_name',
      },
      {
        key: 'received',
        label: 'awards.objections.received',
        sql: 'o.received_at',
        kind: 'instant',
      },
      { key: 'due', label: 'awards.objections.due', sql: due, kind: 'day' },
      {
        key: 'notice',
        label: 'awards.objections.notice',
        sql: 'n.title',
        kind: 'text',
        wide: true,
      },
    ],
    href: (id) => `/office/objections/${id}`,
    states: choices(
      'state',
      'awards.objection.state',
      'o.state',
      OBJECTION_STATES.map((state) => ({ value: state, label: `lifecycle.objection.${state}` })),
    ),
    filters: [
      {
        key: 'against',
        label: 'awards.objection.against',
        options: [
          {
            value: 'merchant',
            label: 'awards.objections.merchant',
            where: { sql: 'o.application_id IS NOT NULL' },
          },
          {
            value: 'procedure',
            label: 'awards.objection.procedure',
            where: { sql: 'o.application_id IS NULL' },
          },
        ],
      },
      {
        key: 'term',
        label: 'awards.objections.term',
        options: [
          {
            value: 'open',
            label: 'awards.objections.term.open',
            where: { sql: `${due} >= ?`, values: [today] },
          },
          {
            value: 'late',
            label: 'awards.objections.term.late',
            where: { sql: `${due} < ?`, values: [today] },
          },
        ],
      },
    ],
    search: {
      label: 'awards.objections.search',
      texts: ['m.search_name'],
      codes: ['o.receipt_number'],
      pinyin: 'm.name',
    },
    order: 'o.received_at DESC',
  };
}
