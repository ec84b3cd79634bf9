import { quotedList } from '../../../database/quoted-list.js';
import type { CategoryRow } from '../../../programmes/programme.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import type { ListTable } from '../../../web/lists/list-table.js';
import { checkPointSql, renewalStates } from '../screening/check-point-of.js';
import { UNREAD_FINDING } from '../screening/unread-findings.js';
import {
  FROM_APPLICATION,
  IN_ORDER,
  SEARCHED,
  categoryColumn,
  categoryFilter,
  columns,
  divisionFilter,
  editionColumn,
  sectorFilter,
  stateFilter,
} from './application-columns.js';

/** Checks of an application at the point where it stands. */
const checks = `veto_check v WHERE v.application_id = a.id AND v.check_point = ${checkPointSql}`;
const unread = `${checks} AND ${UNREAD_FINDING}`;
const answered = `correction_request q WHERE q.application_id = a.id AND q.stage = 'screening'
  AND q.answered_at IS NOT NULL`;
const exists = (from: string) => `EXISTS (SELECT 1 FROM ${from})`;

/** What the screening and the renewed queries have before them; what waits for a reading comes first. */
export function screeningList(
  programmeIds: readonly string[],
  categories: readonly CategoryRow[],
): ListTable {
  const states = stateFilter(applicationIn.screeningTabs);
  return {
    name: 'screening',
    empty: { title: 'review.screening.empty', text: 'review.screening.empty.text' },
    path: '/office/screening',
    from: { sql: FROM_APPLICATION },
    scope: {
      sql: `a.programme_id IN (${programmeIds.map(() => '?').join(', ')}) AND (a.state IN (${quotedList([...applicationIn.onScreeningList, ...renewalStates])})
        OR (a.state IN (${quotedList(applicationIn.correcting)}) AND EXISTS (SELECT 1 FROM correction_request r
            WHERE r.application_id = a.id AND r.stage = 'screening')))`,
      values: [...programmeIds],
    },
    id: 'a.id',
    columns: [
      columns.merchant,
      columns.state,
      categoryColumn(categories),
      columns.division,
      ...editionColumn(programmeIds),
      {
        key: 'checked',
        label: 'review.column.checked',
        sql: `(SELECT COUNT(DISTINCT v.rule) FROM ${checks})`,
        kind: 'number',
        wide: true,
      },
      {
        key: 'hits',
        label: 'review.column.hits',
        sql: `(SELECT NULLIF(COUNT(DISTINCT v.rule), 0) FROM ${checks} AND v.result = 'Hit')`,
        kind: 'number',
        wide: true,
      },
      {
        key: 'unread',
        label: 'review.column.unread',
        sql: `(SELECT NULLIF(COUNT(*), 0) FROM ${unread})`,
        kind: 'number',
        wide: true,
      },
      { ...columns.receipt, shown: false },
      columns.sector,
      columns.creditCode,
      columns.submitted,
    ],
    href: (id) => `/office/screening/${id}`,
    states: {
      ...states,
      options: [
        {
          value: 'unread',
          label: 'review.screening.tab.unread',
          where: { sql: exists(unread) },
        },
        {
          value: 'corrected',
          label: 'review.screening.tab.corrected',
          where: {
            sql: `a.state IN (${quotedList(applicationIn.awaitsScreening)}) AND ${exists(answered)}`,
          },
        },
        ...states.options,
      ],
    },
    filters: [
      categoryFilter(categories),
      divisionFilter,
      sectorFilter,
      {
        key: 'found',
        label: 'lists.found',
        options: [
          {
            value: 'hit',
            label: 'lists.found.hit',
            where: { sql: exists(`${checks} AND v.result = 'Hit'`) },
          },
          {
            value: 'unchecked',
            label: 'lists.found.unchecked',
            where: { sql: `NOT ${exists(checks)}` },
          },
        ],
      },
    ],
    search: SEARCHED,
    order: `CASE WHEN ${exists(unread)} THEN 0 ELSE 1 END, ${IN_ORDER}`,
  };
}
