import type { RuleErrorVariables } from '../rule-error.js';
import { type SeatOnApplication, pairKey } from '../rounds/sheet-assignment.js';
import { type RoundFacts, settledApplications } from './round-problem.js';
import type { NamedRound, TableColumn, TableProblem, TableRow } from './table-row.js';
import { resolveRow } from './resolve-row.js';

export interface ReadTable {
  readonly pairs: readonly SeatOnApplication[];
  readonly problems: readonly TableProblem[];
}

interface Placed extends SeatOnApplication {
  readonly row: number;
}

/**
 * A table of assignments held against the rules that bind the automatic assignment: everything that
 * is wrong at once, each with its row and column.
 */
export function readAssignmentTable(
  round: NamedRound,
  rows: readonly TableRow[],
  perApplication: number,
): ReadTable {
  const problems: TableProblem[] = [];
  const placed: Placed[] = [];
  const firstRow = new Map<string, number>();
  for (const row of rows) {
    const found = resolveRow(round, row);
    if (!('seatId' in found)) {
      problems.push(...found.problems);
      continue;
    }
    const before = firstRow.get(pairKey(found));
    if (before === undefined) {
      firstRow.set(pairKey(found), row.row);
      placed.push({ ...found, row: row.row });
    } else problems.push(problem(row.row, 'seat', 'repeated', { before }));
  }
  const text = wording(round);
  problems.push(
    ...placed.flatMap((pair) => relationProblems(round.facts, pair, text)),
    ...applicationProblems(round.facts, placed, perApplication, text),
  );
  const pairs = placed.map(({ seatId, applicationId }) => ({ seatId, applicationId }));
  return { pairs, problems: problems.toSorted((a, b) => (a.row ?? 1e9) - (b.row ?? 1e9)) };
}

type Wording = (pair: Partial<SeatOnApplication>) => Readonly<Record<string, string | number>>;

function wording({ applications, seats }: NamedRound): Wording {
  const numbers = new Map(applications.map(({ id, number }) => [id, number]));
  const judges = new Map(seats.map((seat) => [seat.id, seat]));
  return ({ seatId = '', applicationId = '' }) => ({
    number: numbers.get(applicationId) ?? '',
    seat: judges.get(seatId)?.number ?? 0,
    judge: judges.get(seatId)?.name ?? '',
  });
}

/** A judge who has not declared, has a relation, or was already taken off the application. */
function relationProblems(facts: RoundFacts, pair: Placed, text: Wording): TableProblem[] {
  const key = pairKey(pair);
  const seat = facts.seats.find(({ id }) => id === pair.seatId);
  const fell = facts.sheets.some((sheet) => sheet.voided && pairKey(sheet) === key);
  const kind = !seat?.declared
    ? 'undeclared'
    : fell
      ? 'recused'
      : facts.barred.some((one) => pairKey(one) === key)
        ? 'conflict'
        : null;
  return kind ? [problem(pair.row, 'seat', kind, text(pair))] : [];
}

function applicationProblems(
  facts: RoundFacts,
  placed: readonly Placed[],
  perApplication: number,
  text: Wording,
): TableProblem[] {
  const isSettled = settledApplications(facts, perApplication);
  const valid = facts.sheets.filter(({ voided }) => !voided);
  return facts.applications.flatMap(({ id }) => {
    const own = placed.filter(({ applicationId }) => applicationId === id);
    const had = valid.filter(({ applicationId }) => applicationId === id);
    const row = own[0]?.row ?? null;
    if (isSettled(id)) {
      return samePairs(own, had)
        ? []
        : [problem(row, 'number', 'settled', text({ applicationId: id }))];
    }
    const named = new Set(own.map(pairKey));
    const gone = had.filter((sheet) => sheet.begun && !named.has(pairKey(sheet)));
    const counted = { ...text({ applicationId: id }), count: own.length, perApplication };
    return [
      ...gone.map((sheet) => problem(row, 'seat', 'begun', text(sheet))),
      ...(own.length === perApplication ? [] : [problem(row, 'number', 'count', counted)]),
      ...organisationProblems(facts, own, text),
    ];
  });
}

function organisationProblems(facts: RoundFacts, own: readonly Placed[], text: Wording) {
  const organisationOf = new Map(facts.seats.map(({ id, organisation }) => [id, organisation]));
  const seen = new Set<string>();
  return own.flatMap((pair) => {
    const organisation = organisationOf.get(pair.seatId) ?? '';
    const repeated = organisation !== '' && seen.has(organisation);
    seen.add(organisation);
    const variables = { ...text(pair), organisation };
    return repeated ? [problem(pair.row, 'organisation', 'organisation', variables)] : [];
  });
}

function samePairs(own: readonly SeatOnApplication[], had: readonly SeatOnApplication[]): boolean {
  const named = new Set(own.map(pairKey));
  return own.length === had.length && had.every((pair) => named.has(pairKey(pair)));
}

function problem(
  row: number | null,
  column: TableColumn,
  kind: string,
  variables: RuleErrorVariables,
): TableProblem {
  return { row, column, code: `assignment.import.problem.${kind}`, variables };
}
