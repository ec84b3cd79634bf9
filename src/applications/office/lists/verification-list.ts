import { quotedList } from '../../../database/quoted-list.js';
import type { CategoryRow } from '../../../programmes/programme.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import type { ListTable } from '../../../web/lists/list-table.js';
import { type ListedVerifier, verifierFilter } from './application-list.js';
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

const figures = 'figure f WHERE f.application_id = a.id';
const open = `${figures} AND f.claimed IS NOT NULL AND f.verdict IS NULL`;
const unread = `${figures} AND f.verdict IS NOT NULL AND f.second_reader_id IS NULL
  AND f.verifier_id IS NOT NULL`;
const count = (from: string) => `(SELECT COUNT(*) FROM ${from})`;
const exists = (from: string) => `EXISTS (SELECT 1 FROM ${from})`;

/** Files whose figures are held to their evidence, with how far each is. */
export function verificationList(facts: {
  readonly programmeIds: readonly string[];
  readonly categories: readonly CategoryRow[];
  readonly verifiers: readonly ListedVerifier[];
}): ListTable {
  return {
    name: 'verification',
    empty: { title: 'review.verification.empty', text: 'review.verification.empty.text' },
    path: '/office/verification',
    from: { sql: FROM_APPLICATION },
    scope: {
      sql: `a.programme_id IN (${facts.programmeIds.map(() => '?').join(', ')}) AND a.state IN (${quotedList(applicationIn.onVerificationList)})`,
      values: [...facts.programmeIds],
    },
    id: 'a.id',
    columns: [
      columns.merchant,
      columns.state,
      categoryColumn(facts.categories),
      columns.division,
      ...editionColumn(facts.programmeIds),
      { key: 'open', label: 'lists.figures.open', sql: count(open), kind: 'number' },
      {
        key: 'unread',
        label: 'lists.figures.unread',
        sql: count(unread),
        kind: 'number',
        wide: true,
      },
      {
        key: 'claimed',
        label: 'lists.figures.claimed',
        sql: count(`${figures} AND f.claimed IS NOT NULL`),
        kind: 'number',
        wide: true,
      },
      { ...columns.receipt, shown: false },
      columns.sector,
      columns.creditCode,
      columns.submitted,
    ],
    href: (id) => `/office/verification/${id}`,
    states: stateFilter(applicationIn.onVerificationList),
    filters: [
      categoryFilter(facts.categories),
      divisionFilter,
      sectorFilter,
      verifierFilter(facts.verifiers),
      {
        key: 'work',
        label: 'lists.work',
        options: [
          {
            value: 'begin',
            label: 'lists.work.begin',
            where: { sql: `NOT ${exists(`${figures} AND f.verdict IS NOT NULL`)}` },
          },
          { value: 'open', label: 'lists.work.open', where: { sql: exists(open) } },
          {
            value: 'read',
            label: 'lists.work.read',
            where: { sql: `NOT ${exists(open)} AND ${exists(unread)}` },
          },
        ],
      },
    ],
    search: SEARCHED,
    order: `a.state, ${IN_ORDER}`,
  };
}
