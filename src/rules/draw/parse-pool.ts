import { JsonValue } from '../assignment/json-value.js';
import type { DrawMeeting } from './draw-panel.js';
import { DRAW_ALGORITHM, type DrawTerms, type DrawTimes, type PoolExpert } from './draw-record.js';

/** Its terms do not name it. */
export const FIRST_ALGORITHM = 1;

export interface DrawPool {
  readonly experts: readonly PoolExpert[];
  readonly terms: DrawTerms;
  readonly meeting: Omit<DrawMeeting, 'seed'>;
}

/**
 * Reads parsed JSON as a pool: `{experts: [{id, field, division, organisation?, conflicts?, active?,
 * barred?}], applications, fields?: [{field, minimum}], panelSize?, alternates?, perOrganisation?,
 * perDivision?, conflictShare?, algorithm?, commitment, witness, times?, present?}`. Absent terms are the
 * programme's defaults; absent fields are all fields of the pool without a minimum.
 */
export function parseDrawPool(json: unknown): DrawPool {
  const pool = new JsonValue(json, '');
  const experts = pool.field('experts').list(parseExpert);
  return {
    experts,
    terms: parseTerms(pool, experts, DRAW_ALGORITHM),
    meeting: {
      commitment: pool.field('commitment').text(),
      witness: pool.field('witness').text(),
      times: parseTimes(pool),
      present: pool.optional('present')?.texts() ?? [],
    },
  };
}

export function parseTerms(
  json: JsonValue,
  experts: readonly { readonly field: string }[],
  algorithmOtherwise: number,
): DrawTerms {
  const algorithm = json.optional('algorithm')?.number() ?? algorithmOtherwise;
  const panelSize = json.optional('panelSize')?.number() ?? 7;
  const share = json.optional('conflictShare')?.list((part) => part.number()) ?? [1, 10];
  return {
    panelSize,
    alternates: json.optional('alternates')?.number() ?? Math.ceil(panelSize / 2),
    fields:
      json.optional('fields')?.list((item) => ({
        field: item.field('field').text(),
        minimum: item.field('minimum').number(),
      })) ??
      [...new Set(experts.map(({ field }) => field))]
        .toSorted()
        .map((field) => ({ field, minimum: 0 })),
    perOrganisation: json.optional('perOrganisation')?.number() ?? 1,
    perDivision: json.optional('perDivision')?.number() ?? 2,
    applications: json.field('applications').number(),
    conflictShare: [share[0] ?? NaN, share[1] ?? NaN],
    ...(algorithm !== FIRST_ALGORITHM && { algorithm }),
  };
}

export function parseTimes(json: JsonValue): DrawTimes | null {
  const times = json.optional('times');
  if (!times) return null;
  return {
    frozen: times.field('frozen').text(),
    committed: times.field('committed').text(),
    witnessed: times.field('witnessed').text(),
    revealed: times.field('revealed').text(),
  };
}

export function parseExpert(json: JsonValue): PoolExpert {
  return {
    id: json.field('id').text(),
    field: json.field('field').text(),
    division: json.field('division').text(),
    organisation: json.optional('organisation')?.text() ?? '',
    conflicts: json.optional('conflicts')?.number() ?? 0,
    active: json.optional('active')?.boolean() ?? true,
    barred: json.optional('barred')?.boolean() ?? false,
  };
}
