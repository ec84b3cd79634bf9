import { RuleError } from '../rule-error.js';
import { sha256 } from './commitment.js';
import {
  DRAW_ALGORITHM,
  type DrawCandidate,
  type DrawTerms,
  type FrozenList,
  type PoolExpert,
} from './draw-record.js';

/**
 * Step 1: the active experts of the wanted fields, minus barred ones, sorted by id (by code unit).
 * The hash covers the terms too, so that nobody can change a limit after seeing the order.
 */
export function freezeList(experts: readonly PoolExpert[], terms: DrawTerms): FrozenList {
  const wanted = new Set(terms.fields.map(({ field }) => field));
  const candidates = experts
    .filter(({ active, barred, field }) => active && !barred && wanted.has(field))
    .map(({ id, field, division, organisation, conflicts }) => ({
      id,
      field,
      division,
      organisation,
      conflicts,
    }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  checkTerms(terms);
  checkCandidates(candidates, terms);
  return { terms, candidates, hash: sha256(listText(candidates, terms)) };
}

/**
 * The text whose UTF-8 bytes are hashed, for checking with any tool: one line of terms, then one
 * line per candidate, fields separated by tabs, lines by line feeds, no line feed at the end.
 */
export function listText(candidates: readonly DrawCandidate[], terms: DrawTerms): string {
  const { fields, conflictShare } = terms;
  const first = [
    terms.panelSize,
    terms.alternates,
    fields.map(({ field, minimum }) => `${field}=${minimum}`).join(','),
    terms.perOrganisation,
    terms.perDivision,
    terms.applications,
    conflictShare.join('/'),
    // Absent from the lists of the first algorithm, whose hashes stand.
    ...(terms.algorithm === undefined ? [] : [terms.algorithm]),
  ];
  const lines = candidates.map(({ id, field, division, organisation, conflicts }) => [
    id,
    field,
    division,
    organisation,
    conflicts,
  ]);
  return [first, ...lines].map((line) => line.join('\t')).join('\n');
}

/** Panels are odd and at least five; alternates at least half the panel. */
function checkTerms(terms: DrawTerms): void {
  const { panelSize, alternates, fields, applications, conflictShare, algorithm } = terms;
  if (algorithm !== undefined && algorithm !== DRAW_ALGORITHM)
    throw new RuleError('draw.algorithmUnknown', {
      found: String(algorithm),
      known: DRAW_ALGORITHM,
    });
  const whole: readonly (readonly [string, number, number])[] = [
    ['panelSize', panelSize, 5],
    ['alternates', alternates, 0],
    ['perOrganisation', terms.perOrganisation, 1],
    ['perDivision', terms.perDivision, 1],
    ['applications', applications, 1],
    ['conflictShare', conflictShare[0], 0],
    ['conflictShare', conflictShare[1], 1],
    ...fields.map(({ field, minimum }) => [field, minimum, 0] as const),
  ];
  for (const [name, value, least] of whole) {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new RuleError('draw.termInvalid', { name, value: String(value), least });
    }
  }
  if (panelSize % 2 === 0) throw new RuleError('draw.panelEven', { panelSize });
  if (2 * alternates < panelSize) {
    throw new RuleError('draw.alternatesTooFew', { alternates, least: Math.ceil(panelSize / 2) });
  }
  const minima = fields.reduce((sum, { minimum }) => sum + minimum, 0);
  if (minima > panelSize) throw new RuleError('draw.minimaExceedPanel', { minima, panelSize });
  const repeated = fields.find(({ field }, index) =>
    fields.slice(0, index).some((other) => other.field === field),
  );
  if (repeated) throw new RuleError('draw.fieldRepeated', { field: repeated.field });
  for (const { field } of fields) refuseSeparators('terms', field);
}

function checkCandidates(candidates: readonly DrawCandidate[], { applications }: DrawTerms): void {
  for (const [index, candidate] of candidates.entries()) {
    const { id, field, division, organisation, conflicts } = candidate;
    if (candidates[index + 1]?.id === id)
      throw new RuleError('draw.expertRepeated', { expert: id });
    for (const text of [id, field, division, organisation]) refuseSeparators(id, text);
    if (!Number.isSafeInteger(conflicts) || conflicts < 0 || conflicts > applications) {
      throw new RuleError('draw.conflictsInvalid', { expert: id, value: String(conflicts) });
    }
  }
}

/** Two different lists must not have the same text. */
function refuseSeparators(where: string, text: string): void {
  if (/[\t\n\r]/.test(text)) throw new RuleError('draw.separatorInText', { where, text });
}
