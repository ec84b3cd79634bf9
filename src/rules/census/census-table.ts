/** Sums of one group of merchants; money in hundredths of 万元. */
export interface CensusSums {
  readonly merchants: number;
  readonly shops: number;
  /** Merchants whose figures stand behind the money of T, and of the year before. */
  readonly filed: number;
  readonly filedBefore: number;
  readonly netWan: number;
  readonly netWanBefore: number;
  readonly people: number;
  /** Merchants that sold for 100万元 or more. */
  readonly notable: number;
  /** Merchants that reported both years, and what these sold in T and before. */
  readonly pairs: number;
  readonly pairNow: number;
  readonly pairBefore: number;
}

export interface CensusRow extends Omit<
  CensusSums,
  'netWan' | 'netWanBefore' | 'pairs' | 'pairNow' | 'pairBefore'
> {
  readonly key: string;
  /** Null where so few merchants stand behind a sum that it would tell a single one's figures. */
  readonly netWan: number | null;
  readonly netWanBefore: number | null;
  /** Of the merchants, hundredths of a per cent; null where there are none. */
  readonly filedPct: number | null;
  /**
   * Hundredths of a per cent, of those that reported both years: a fall is never one of missing returns.
   * Null without a comparison.
   */
  readonly growthPct: number | null;
}

export interface CensusTable {
  readonly rows: readonly CensusRow[];
  readonly total: CensusRow;
}

/** Fewer merchants than this behind a sum, and the sum is withheld. */
const FEWEST_BEHIND_A_SUM = 3;

const empty: CensusSums = {
  merchants: 0,
  shops: 0,
  filed: 0,
  filedBefore: 0,
  netWan: 0,
  netWanBefore: 0,
  people: 0,
  notable: 0,
  pairs: 0,
  pairNow: 0,
  pairBefore: 0,
};

/**
 * Groups in a given order with their total, small cells withheld. One withheld cell alone could be
 * had by subtraction from the total, so the next smallest is withheld with it.
 */
export function censusTable(
  keys: readonly string[],
  sums: ReadonlyMap<string, CensusSums>,
): CensusTable {
  const groups = keys.map((key) => ({ key, ...empty, ...sums.get(key) }));
  const total = { key: 'total', ...groups.reduce<CensusSums>(add, empty) };
  const withheld = withheldKeys(groups);
  return {
    rows: groups.map((group) => shown(group, withheld.has(group.key), FEWEST_BEHIND_A_SUM)),
    total: shown(total, isSmall(total), FEWEST_BEHIND_A_SUM),
  };
}

/** One group for those who may see every figure of it. */
export function openRow(key: string, sums: CensusSums | undefined): CensusRow {
  return shown({ key, ...empty, ...sums }, false, 1);
}

export function addSums(one: CensusSums | undefined, other: CensusSums): CensusSums {
  return add(one ?? empty, other);
}

function add(one: CensusSums, other: CensusSums): CensusSums {
  return {
    merchants: one.merchants + other.merchants,
    shops: one.shops + other.shops,
    filed: one.filed + other.filed,
    filedBefore: one.filedBefore + other.filedBefore,
    netWan: one.netWan + other.netWan,
    netWanBefore: one.netWanBefore + other.netWanBefore,
    people: one.people + other.people,
    notable: one.notable + other.notable,
    pairs: one.pairs + other.pairs,
    pairNow: one.pairNow + other.pairNow,
    pairBefore: one.pairBefore + other.pairBefore,
  };
}

type Group = CensusSums & { readonly key: string };

function isSmall({ filed, filedBefore }: CensusSums): boolean {
  return [filed, filedBefore].some((count) => count > 0 && count < FEWEST_BEHIND_A_SUM);
}

function withheldKeys(groups: readonly Group[]): ReadonlySet<string> {
  const small = groups.filter(isSmall);
  const keys = new Set(small.map((group) => group.key));
  if (small.length !== 1) return keys;
  const next = groups
    .filter((group) => !isSmall(group) && group.filed + group.filedBefore > 0)
    .toSorted((a, b) => a.filed + a.filedBefore - (b.filed + b.filedBefore))[0];
  return next ? keys.add(next.key) : keys;
}

/** @param fewest merchants that must stand behind a comparison */
function shown(group: Group, withheld: boolean, fewest: number): CensusRow {
  const { pairs, pairNow, pairBefore, ...row } = group;
  const { merchants, filed } = row;
  const filedPct = merchants > 0 ? Math.round((filed * 10_000) / merchants) : null;
  if (withheld) return { ...row, netWan: null, netWanBefore: null, growthPct: null, filedPct };
  const growthPct =
    pairs >= fewest && pairBefore > 0
      ? Math.round(((pairNow - pairBefore) * 10_000) / pairBefore)
      : null;
  return { ...row, growthPct, filedPct };
}
