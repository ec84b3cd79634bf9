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
}

export interface CensusRow extends Omit<CensusSums, 'netWan' | 'netWanBefore'> {
  readonly key: string;
  /** Null where so few merchants stand behind a sum that it would tell a single one's figures. */
  readonly netWan: number | null;
  readonly netWanBefore: number | null;
  /** Hundredths of a per cent; null without a comparison. */
  readonly growthPct: number | null;
}

export interface CensusTable {
  readonly rows: readonly CensusRow[];
  readonly total: CensusRow;
}

/** Fewer merchants than this behind a sum, and the sum is withheld. */
const FEWEST = 3;

const empty: CensusSums = {
  merchants: 0,
  shops: 0,
  filed: 0,
  filedBefore: 0,
  netWan: 0,
  netWanBefore: 0,
  people: 0,
  notable: 0,
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
    rows: groups.map((group) => shown(group, withheld.has(group.key))),
    total: shown(total, isSmall(total)),
  };
}

/** One group for those who may see every figure of it. */
export function openRow(key: string, sums: CensusSums | undefined): CensusRow {
  return shown({ key, ...empty, ...sums }, false);
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
  };
}

type Group = CensusSums & { readonly key: string };

function isSmall({ filed, filedBefore }: CensusSums): boolean {
  return [filed, filedBefore].some((count) => count > 0 && count < FEWEST);
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

function shown(group: Group, withheld: boolean): CensusRow {
  if (withheld) return { ...group, netWan: null, netWanBefore: null, growthPct: null };
  const { netWan, netWanBefore } = group;
  const growthPct =
    netWanBefore > 0 ? Math.round(((netWan - netWanBefore) * 10_000) / netWanBefore) : null;
  return { ...group, growthPct };
}
