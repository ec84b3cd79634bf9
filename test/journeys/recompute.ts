/**
 * Computes the composites of a published bundle again, as a stranger would who has read the rules and none
 * of the program: nothing is imported here. Points are hundredths; sums are exact fractions.
 */
type Fraction = readonly [bigint, bigint];
type Scores = Readonly<Record<string, number>>;

interface Indicator {
  readonly code: string;
  readonly type: string;
  readonly weight: number;
  readonly sheet?: string;
}

interface Published {
  readonly ruleSet: {
    readonly trimTable: readonly {
      readonly from: number;
      readonly to: number | null;
      readonly dropHighest: number;
      readonly dropLowest: number;
    }[];
    readonly categories: readonly {
      readonly code: string;
      readonly composite: { readonly material: number; readonly defence: number };
      readonly severityCorrection?: boolean;
      readonly rubric: readonly { readonly indicators: readonly Indicator[] }[];
    }[];
  };
  readonly categories: readonly {
    readonly category: string;
    readonly applications: readonly {
      readonly receiptNumber: string;
      /** The first format has figures, the second one their points. */
      readonly figures?: { readonly notApplicable: readonly string[] };
      readonly verified?: { readonly notApplicable: readonly string[] };
      readonly absentFromDefence?: boolean;
      readonly bonuses: readonly { readonly points: number }[];
      readonly deductions: readonly { readonly points: number }[];
      readonly sheets: readonly {
        readonly seat: number;
        readonly sheet: string;
        readonly scores: Scores;
      }[];
    }[];
  }[];
  readonly locked: readonly {
    readonly category: string;
    readonly applications: readonly {
      readonly receiptNumber: string;
      readonly indicatorPoints: Scores;
      readonly result: { readonly compositeExact: string; readonly standing: number } | null;
    }[];
  }[];
}

export interface Recomputed {
  readonly category: string;
  readonly receiptNumber: string;
  readonly own: string;
  readonly published: string;
  readonly standing: number;
}

/** Every scored application with the composite found here and the one that was published. */
export function recompute(bundle: Published): readonly Recomputed[] {
  return bundle.categories.flatMap(({ category, applications }) => {
    const rules = bundle.ruleSet.categories.find(({ code }) => code === category)!;
    const locked = bundle.locked.find((one) => one.category === category)!;
    const severity = rules.severityCorrection
      ? severities(applications, (record) => growthOf(rules.rubric, record))
      : new Map<number, Fraction>();
    return applications.flatMap((record) => {
      const { receiptNumber } = record;
      const own = locked.applications.find((one) => one.receiptNumber === receiptNumber)!;
      if (!own.result) return [];
      const material = materialOf(bundle, rules.rubric, record, own.indicatorPoints, severity);
      const shares: Fraction[] = [times(material, whole(rules.composite.material))];
      if (rules.composite.defence > 0) {
        const sheets = record.sheets.filter(({ sheet }) => sheet === 'defence');
        const kept = record.absentFromDefence ? [] : keptOf(bundle, sheets, () => whole(1));
        const heard = record.absentFromDefence ? whole(0) : mean(kept.map(totalOf));
        shares.push(times(heard, whole(rules.composite.defence)));
      }
      // Hundredths of a point times per cent.
      const composite = times(total(shares), [1n, 10_000n]);
      const { compositeExact: published, standing } = own.result;
      return [{ category, receiptNumber, own: text(composite), published, standing }];
    });
  });
}

type Application = Published['categories'][number]['applications'][number];
type Sheets = Application['sheets'];
type Rubric = Published['ruleSet']['categories'][number]['rubric'];

function materialOf(
  bundle: Published,
  rubric: Rubric,
  record: Application,
  points: Scores,
  severity: ReadonlyMap<number, Fraction>,
): Fraction {
  const growth = growthOf(rubric, record);
  const of = (code: string) => growth.get(code) ?? whole(0);
  const all = rubric.flatMap(({ indicators }) => indicators).filter(({ code }) => growth.has(code));
  const computed = all.filter(({ type }) => type !== 'E');
  const parts = computed.map(({ code }) => times(of(code), whole(points[code]!)));
  for (const name of ['material', 'insideDefence']) {
    const sheets = record.sheets.filter(({ sheet }) => sheet === name);
    if (sheets.length > 0)
      parts.push(
        mean(keptOf(bundle, sheets, of, name === 'material' ? severity : none).map(totalOf)),
      );
  }
  for (const { points: bonus } of record.bonuses) parts.push(whole(bonus));
  for (const { points: deduction } of record.deductions) parts.push(whole(-deduction));
  const raw = total(parts);
  if (isLess(raw, whole(0))) return whole(0);
  return isLess(whole(10_000), raw) ? whole(10_000) : raw;
}

const none: ReadonlyMap<number, Fraction> = new Map();

function growthOf(rubric: Rubric, record: Application): ReadonlyMap<string, Fraction> {
  const left = (record.figures ?? record.verified)!.notApplicable;
  return new Map(
    rubric.flatMap(({ indicators }) => {
      const sum = (some: readonly Indicator[]) =>
        some.reduce((weight, one) => weight + BigInt(one.weight), 0n);
      const remaining = indicators.filter(({ code }) => !left.includes(code));
      return remaining.map(({ code }) => [code, reduce(sum(indicators), sum(remaining))] as const);
    }),
  );
}

/**
 * Least squares of entry plus seat, by turns: entries as the means of what is left of their totals, seats as
 * the means of what is left of theirs. Rounded to six decimals of a point, as the rules say.
 */
function severities(
  applications: readonly Application[],
  growth: (record: Application) => ReadonlyMap<string, Fraction>,
): ReadonlyMap<number, Fraction> {
  const cells = applications.flatMap((record) => {
    const grown = growth(record);
    return record.sheets
      .filter(({ sheet }) => sheet === 'material')
      .map(({ seat, scores }) => {
        const [n, d] = total(
          Object.entries(scores).map(([code, one]) =>
            times(grown.get(code) ?? whole(0), whole(one)),
          ),
        );
        return { entry: record.receiptNumber, seat, given: Number(n) / Number(d) };
      });
  });
  const seats = [...new Set(cells.map(({ seat }) => seat))];
  let of = new Map(seats.map((seat) => [seat, 0]));
  const average = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  for (let turn = 0; turn < 20_000; turn += 1) {
    const merit = new Map(
      [...new Set(cells.map(({ entry }) => entry))].map((entry) => [
        entry,
        average(
          cells.filter((one) => one.entry === entry).map((one) => one.given - of.get(one.seat)!),
        ),
      ]),
    );
    const next = new Map(
      seats.map((seat) => [
        seat,
        average(
          cells.filter((one) => one.seat === seat).map((one) => one.given - merit.get(one.entry)!),
        ),
      ]),
    );
    const moved = Math.max(...seats.map((seat) => Math.abs(next.get(seat)! - of.get(seat)!)));
    of = next;
    if (moved < 1e-11) break;
  }
  return new Map(
    seats.map((seat) => {
      const together = tiedTo(seat, cells);
      const own = of.get(seat)! - average(together.map((one) => of.get(one)!));
      return [seat, reduce(BigInt(Math.floor(own * 10_000 + 0.5)), 10_000n)];
    }),
  );
}

/** The seats that share entries with this one, directly or through others. */
function tiedTo(
  seat: number,
  cells: readonly { readonly entry: string; readonly seat: number }[],
): readonly number[] {
  const found = new Set([seat]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    const entries = new Set(cells.filter((one) => found.has(one.seat)).map(({ entry }) => entry));
    for (const one of cells) if (entries.has(one.entry)) found.add(one.seat);
  }
  return [...found];
}

interface SeatTotal {
  readonly seat: number;
  readonly sum: Fraction;
}

const totalOf = ({ sum }: SeatTotal) => sum;

/** Without the extremes of the table; of equal ones the lowest seat is the one left out. */
function keptOf(
  bundle: Published,
  sheets: Sheets,
  growth: (code: string) => Fraction,
  severity: ReadonlyMap<number, Fraction> = none,
): SeatTotal[] {
  const row = bundle.ruleSet.trimTable.find(
    ({ from, to }) => sheets.length >= from && (to === null || sheets.length <= to),
  )!;
  let seats = sheets
    .map(({ seat, scores }) => ({
      seat,
      sum: total([
        times(severity.get(seat) ?? whole(0), whole(-1)),
        ...Object.entries(scores).map(([code, one]) => times(growth(code), whole(one))),
      ]),
    }))
    .toSorted((a, b) => a.seat - b.seat);
  for (let n = 0; n < row.dropHighest; n += 1) {
    const most = seats.reduce((found, one) => (isLess(found.sum, one.sum) ? one : found));
    seats = seats.filter((one) => one !== most);
  }
  for (let n = 0; n < row.dropLowest; n += 1) {
    const least = seats.reduce((found, one) => (isLess(one.sum, found.sum) ? one : found));
    seats = seats.filter((one) => one !== least);
  }
  return seats;
}

function whole(number: number): Fraction {
  return [BigInt(number), 1n];
}

function total(all: readonly Fraction[]): Fraction {
  return all.reduce(([a, b], [c, d]) => reduce(a * d + c * b, b * d), whole(0));
}

function mean(all: readonly Fraction[]): Fraction {
  const [n, d] = total(all);
  return reduce(n, d * BigInt(all.length));
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduce(a * c, b * d);
}

function isLess([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d < c * b;
}

function reduce(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [n / a, d / a];
}

/** As the bundle writes it: a whole number plainly, otherwise `n/d`. */
function text([n, d]: Fraction): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** Hundredths for the time of a defence: half a point for each half minute begun, a point for a contradiction. */
export function conductPoints(overtimeSeconds: number, contradicted: boolean): number {
  return Math.max(0, 200 - Math.ceil(overtimeSeconds / 30) * 50 - (contradicted ? 100 : 0));
}

/** Hundredths for a file that was complete at first, and of which no number was reduced by more than 5 %. */
export function cooperationPoints(
  figures: readonly { readonly claimed: string; readonly verified: string | null }[],
  corrections: number,
): number {
  const cut = figures.some(({ claimed, verified }) => {
    const number = /^\d+$/.test(claimed) ? Number(claimed) : 0;
    return number > 0 && (number - Number(verified ?? 0)) / number > 0.05;
  });
  return (corrections === 0 ? 100 : 0) + (cut ? 0 : 100);
}
