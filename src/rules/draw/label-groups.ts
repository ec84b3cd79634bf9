import type { DrawTerms, PoolExpert } from './draw-record.js';

/** What the labels of a list stand for; known to the office, absent from the record. */
export interface GroupNames {
  readonly fields: Readonly<Record<string, string>>;
  readonly organisations: Readonly<Record<string, string>>;
  readonly divisions: Readonly<Record<string, string>>;
}

export interface LabelledPool {
  readonly experts: readonly PoolExpert[];
  readonly terms: DrawTerms;
  readonly names: GroupNames;
}

/**
 * Replaces field, organisation and division by labels (F1, U1, D1 …) before the list is frozen. The
 * draw only asks who shares a group with whom, so the record can be published and replayed without
 * telling who was in the pool, nor which of the named judges sat on which seat. Labels follow the
 * order of expert ids, which says nothing about the groups; empty stays empty.
 */
export function labelGroups(experts: readonly PoolExpert[], terms: DrawTerms): LabelledPool {
  const ordered = experts.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const wanted = terms.fields.map(({ field }) => field);
  const fields = labelsOf('F', [...ordered.map(({ field }) => field), ...wanted.toSorted()]);
  const organisations = labelsOf(
    'U',
    ordered.map(({ organisation }) => organisation),
  );
  const divisions = labelsOf(
    'D',
    ordered.map(({ division }) => division),
  );
  return {
    experts: experts.map((expert) => ({
      ...expert,
      field: fields.get(expert.field)!,
      organisation: organisations.get(expert.organisation)!,
      division: divisions.get(expert.division)!,
    })),
    terms: {
      ...terms,
      fields: terms.fields
        .map(({ field, minimum }) => ({ field: fields.get(field)!, minimum }))
        .toSorted((left, right) => number(left.field) - number(right.field)),
    },
    names: {
      fields: namesOf(fields),
      organisations: namesOf(organisations),
      divisions: namesOf(divisions),
    },
  };
}

function labelsOf(letter: string, groups: readonly string[]): Map<string, string> {
  const named = [...new Set(groups)].filter((group) => group !== '');
  return new Map([
    ['', ''],
    ...named.map((group, index) => [group, `${letter}${index + 1}`] as const),
  ]);
}

function namesOf(labels: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...labels].filter(([group]) => group !== '').map(([group, label]) => [label, group]),
  );
}

function number(label: string): number {
  return Number(label.slice(1));
}
