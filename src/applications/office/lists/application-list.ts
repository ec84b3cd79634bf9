import { quotedList } from '../../../database/quoted-list.js';
import { UNREAD_FINDING } from '../screening/unread-findings.js';
import type { CategoryRow, ProgrammeRow } from '../../../programmes/programme.queries.js';
import { applicationIn } from '../../../rules/lifecycle/application-groups.js';
import { APPLICATION_STATES } from '../../../rules/lifecycle/application-states.js';
import { spreadStandings } from '../../spread-flags.js';
import {
  type ListFilter,
  type ListOption,
  type ListTable,
  choices,
} from '../../../web/lists/list-table.js';
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

export interface ListedVerifier {
  readonly id: string;
  readonly name: string;
}

export interface ApplicationListFacts {
  /** What runs, or the one that was asked for. */
  readonly programmeIds: readonly string[];
  /** Those to ask for; none where there is nothing to choose. */
  readonly programmes: readonly ProgrammeRow[];
  readonly categories: readonly CategoryRow[];
  readonly verifiers: readonly ListedVerifier[];
  /** Ids of those whose scores differ too much, in the way that was asked for. */
  readonly flagged: readonly string[];
  readonly today: string;
}

/** Every application of what runs, or of the edition that was asked for, that the office has received. A draft is the merchant's own. */
export function applicationList(facts: ApplicationListFacts): ListTable {
  return {
    name: 'applications',
    path: '/office/applications',
    from: { sql: FROM_APPLICATION },
    scope: {
      sql: `a.programme_id IN (${facts.programmeIds.map(() => '?').join(', ')})
        AND a.state NOT IN (${quotedList(applicationIn.draft)})`,
      values: [...facts.programmeIds],
    },
    id: 'a.id',
    columns: [
      columns.merchant,
      columns.state,
      categoryColumn(facts.categories),
      columns.division,
      ...editionColumn(facts.programmeIds),
      { ...columns.receipt, wide: true },
      { key: 'since', label: 'lists.since', sql: 'a.state_since', kind: 'instant', wide: true },
      {
        key: 'verifier',
        label: 'lists.verifier',
        sql: `(SELECT CASE WHEN MIN(v.person_name) = MAX(v.person_name) THEN MIN(v.person_name)
                ELSE MIN(v.person_name) || ' / ' || MAX(v.person_name) END
               FROM figure f JOIN account v ON v.id = f.verifier_id WHERE f.application_id = a.id)`,
        kind: 'text',
        shown: false,
      },
      columns.sector,
      columns.creditCode,
      columns.submitted,
    ],
    href: (id) => `/office/applications/${id}`,
    states: stateFilter(APPLICATION_STATES.filter((state) => !applicationIn.draft.has(state))),
    filters: [
      ...editionFilter(facts.programmes),
      categoryFilter(facts.categories),
      divisionFilter,
      sectorFilter,
      flagFilter(facts.today),
      spreadFilter(facts.flagged),
      verifierFilter(facts.verifiers),
    ],
    search: SEARCHED,
    order: IN_ORDER,
  };
}

/** Nothing to choose where there has been but one. */
function editionFilter(programmes: readonly ProgrammeRow[]): readonly ListFilter[] {
  if (programmes.length < 2) return [];
  const options = programmes.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } }));
  return [choices('programme', 'lists.edition', 'a.programme_id', options)];
}

const has = (from: string) => `EXISTS (SELECT 1 FROM ${from})`;

/** What a file may carry that somebody has to look at; nothing of what judges gave is among it. */
function flagFilter(today: string): ListFilter {
  const open = 'correction_request r WHERE r.application_id = a.id AND r.answered_at IS NULL';
  const flag = (value: string, from: string, values: readonly string[] = []): ListOption => ({
    value,
    label: `lists.flag.${value}`,
    where: { sql: has(from), values },
  });
  return {
    key: 'flag',
    label: 'lists.flag',
    options: [
      flag('vetoHit', "veto_check v WHERE v.application_id = a.id AND v.result = 'Hit'"),
      flag('vetoUnread', `veto_check v WHERE v.application_id = a.id AND ${UNREAD_FINDING}`),
      flag('correcting', open),
      flag('correctionLate', `${open} AND r.due_on < ?`, [today]),
      flag(
        'statement',
        'screening_statement s WHERE s.application_id = a.id AND s.outcome IS NULL',
      ),
      flag('takenOver', 'city_takeover k WHERE k.application_id = a.id'),
      flag(
        'figureCut',
        "figure f WHERE f.application_id = a.id AND f.verdict IN ('Reduced', 'Rejected')",
      ),
      flag(
        'figureUnread',
        `figure f WHERE f.application_id = a.id AND f.verdict IS NOT NULL
         AND f.verifier_id IS NOT NULL AND f.second_reader_id IS NULL`,
      ),
    ],
  };
}

/** Flagged or not, as the office may know before the lock; how far judges differ is in no list. */
function spreadFilter(flagged: readonly string[]): ListFilter {
  const where = flagged.length
    ? { sql: `a.id IN (${flagged.map(() => '?').join(', ')})`, values: flagged }
    : { sql: '1 = 0' };
  return {
    key: 'spread',
    label: 'lists.spread',
    options: spreadStandings.map((value) => ({ value, label: `lists.spread.${value}`, where })),
  };
}

const NOBODY = 'none';

export function verifierFilter(verifiers: readonly ListedVerifier[]): ListFilter {
  const of = (condition: string) => has(`figure f WHERE f.application_id = a.id AND ${condition}`);
  return {
    key: 'verifier',
    label: 'lists.verifier',
    options: [
      {
        value: NOBODY,
        label: 'lists.verifier.none',
        where: { sql: `NOT ${of('f.verifier_id IS NOT NULL')}` },
      },
      ...verifiers.map(({ id, name }) => ({
        value: id,
        label: { zh: name, en: name },
        where: { sql: of('f.verifier_id = ?'), values: [id] },
      })),
    ],
  };
}
