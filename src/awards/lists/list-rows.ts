import type { AwardListRow } from './award-list.entity.js';
import { hashOf } from '../../rules/provenance/sha256-hex.js';

/** The order of city papers, which is not the order of the codes (GB/T 2260, local rows last). */
const DIVISIONS = [
  '330802',
  '330803',
  '330825',
  '330881',
  '330822',
  '330824',
  '330800-SBJ',
  '330800-KF',
];

export interface Listed {
  readonly categoryCode: string;
  readonly categoryPosition: number;
  readonly divisionCode: string;
  readonly name: string;
  readonly main: string;
  readonly applicationId: string;
  readonly merchantId: string;
  readonly standing: number;
}

/** Listed fields only, by category, division and standing, numbered through within each category. */
export function listRows(listed: readonly Listed[]): AwardListRow[] {
  const ordered = listed.toSorted(
    (a, b) =>
      a.categoryPosition - b.categoryPosition ||
      divisionOrder(a.divisionCode) - divisionOrder(b.divisionCode) ||
      a.standing - b.standing ||
      (a.applicationId < b.applicationId ? -1 : 1),
  );
  const serials = new Map<string, number>();
  return ordered.map((one) => {
    const serial = (serials.get(one.categoryCode) ?? 0) + 1;
    serials.set(one.categoryCode, serial);
    return {
      serial,
      category: one.categoryCode,
      divisionCode: one.divisionCode,
      name: one.name,
      main: one.main,
      applicationId: one.applicationId,
      merchantId: one.merchantId,
      standing: one.standing,
    };
  });
}

/** Whether a list names an application. */
export function names(
  { rows }: { readonly rows: readonly AwardListRow[] },
  { applicationId }: { readonly applicationId: string },
): boolean {
  return rows.some((row) => row.applicationId === applicationId);
}

/** How many of a category a list names. */
export function namedOf(rows: readonly AwardListRow[], category: string): number {
  return rows.filter((row) => row.category === category).length;
}

/** What two people compare: the printed rows in their order. */
export function listHash(rows: readonly AwardListRow[]): string {
  return hashOf(rows);
}

export interface ListDifference {
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: AwardListRow | null;
  readonly after: AwardListRow | null;
}

/** What one version of a list changed against the one before, in the order of the rows. */
export function listDifferences(
  before: readonly AwardListRow[],
  after: readonly AwardListRow[],
): ListDifference[] {
  const key = (row: AwardListRow) => row.applicationId ?? `${row.category} ${row.name}`;
  const old = new Map(before.map((row) => [key(row), row]));
  const now = new Map(after.map((row) => [key(row), row]));
  const removed = before
    .filter((row) => !now.has(key(row)))
    .map((row) => ({ change: 'removed' as const, before: row, after: null }));
  const others = after.flatMap((row): ListDifference[] => {
    const known = old.get(key(row));
    if (!known) return [{ change: 'added', before: null, after: row }];
    const same =
      known.name === row.name && known.main === row.main && known.divisionCode === row.divisionCode;
    return same ? [] : [{ change: 'changed', before: known, after: row }];
  });
  return [...removed, ...others];
}

function divisionOrder(code: string): number {
  const at = DIVISIONS.indexOf(code);
  return at < 0 ? DIVISIONS.length : at;
}
