import type { SeatProgress } from '../../rounds/round-progress.queries.js';
import { sheetIn } from '../../../rules/lifecycle/score-sheet-groups.js';
import { SCORE_SHEET_STATES } from '../../../rules/lifecycle/score-sheet-lifecycle.js';
import type { Tone } from '../../../web/layout-model.js';
import { type ListTable, choices } from '../../../web/lists/list-table.js';
import { seatLabel } from '../../panel/pages/panel.page.js';

/**
 * The sheets of one round as the office may know them at any time: whose, of what, and how far. What
 * a judge gave is in no column, no order and no filter, before the lock and after it.
 */
export function sheetList(roundId: string, seats: readonly SeatProgress[]): ListTable {
  return {
    name: 'sheets',
    path: `/office/rounds/${roundId}/sheets`,
    from: {
      sql: `score_sheet sh JOIN seat s ON s.id = sh.seat_id JOIN expert e ON e.id = s.expert_id
        JOIN application a ON a.id = sh.application_id JOIN merchant m ON m.id = a.merchant_id`,
    },
    scope: { sql: 'sh.round_id = ?', values: [roundId] },
    id: 'sh.id',
    columns: [
      {
        key: 'merchant',
        label: 'judging.sheet.merchant',
        sql: 'm.name',
        kind: 'text',
        sort: 'm.search_name',
      },
      {
        key: 'state',
        label: 'judging.sheet.state',
        sql: 'sh.state',
        kind: 'text',
        say: (state) => `lifecycle.scoreSheet.${state}`,
        tone: toneOfSheet,
      },
      {
        key: 'seat',
        label: 'judging.panel.seat',
        sql: 's.number',
        kind: 'number',
        write: (number, { t }) =>
          seatLabel({ number: Number(number), alternate: Number(number) > 100 ? 1 : 0 }, { t }),
      },
      { key: 'judge', label: 'judging.expert.name', sql: 'e.name', kind: 'text' },
      {
        key: 'number',
        label: 'judging.sheet.number',
        sql: 'a.judging_number',
        kind: 'text',
        wide: true,
      },
      {
        key: 'signed',
        label: 'judging.sheet.signedAt',
        sql: 'sh.signed_at',
        kind: 'instant',
        wide: true,
      },
    ],
    href: null,
    states: choices(
      'state',
      'judging.sheet.state',
      'sh.state',
      SCORE_SHEET_STATES.map((state) => ({ value: state, label: `lifecycle.scoreSheet.${state}` })),
    ),
    filters: [
      choices(
        'seat',
        'judging.panel.seat',
        's.id',
        seats.map(({ seatId, name }) => ({ value: seatId, label: { zh: name, en: name } })),
      ),
    ],
    search: {
      label: 'judging.sheets.search',
      texts: ['m.search_name', 'LOWER(e.name)'],
      codes: ['a.judging_number', 'a.receipt_number'],
      pinyin: 'm.name',
    },
    order: 's.alternate, s.number, m.search_name',
  };
}

function toneOfSheet(state: string): Tone {
  if (sheetIn.signed.has(state)) return 'good';
  return sheetIn.open.has(state) ? 'active' : 'neutral';
}
