import { type Check, where } from './check.js';
import type { LockedApplication, ResultsBundle } from './results-bundle.js';

/**
 * The published rows against the locked outcomes: every proposed application is listed unless a recorded
 * decision removed it, nothing else is listed unless a recorded decision put it there, and each row
 * repeats the standing and the division of its application. Runs after the lock itself was recomputed.
 */
export function* listChecks(bundle: ResultsBundle): Generator<Check> {
  const rows = new Map(bundle.list.map((row) => [row.receiptNumber, row]));
  yield {
    where: where('listLength'),
    expected: String(rows.size),
    found: String(bundle.list.length),
  };
  const known = new Set<string>();
  for (const [i, { category, applications }] of bundle.locked.entries()) {
    for (const [j, application] of applications.entries()) {
      const { receiptNumber } = application;
      known.add(receiptNumber);
      const row = rows.get(receiptNumber);
      yield {
        where: where('listed', { receiptNumber }),
        expected: String(shouldBeListed(bundle, application)),
        found: String(row !== undefined),
      };
      if (!row) continue;
      const place = { receiptNumber };
      const division = bundle.categories[i]?.applications[j]?.division ?? '';
      yield { where: where('listCategory', place), expected: category, found: row.category };
      yield { where: where('listDivision', place), expected: division, found: row.division };
      yield {
        where: where('listStanding', place),
        expected: String(application.result?.standing ?? ''),
        found: String(row.standing),
      };
    }
  }
  for (const { receiptNumber } of bundle.list) {
    yield {
      where: where('listedUnknown', { receiptNumber }),
      expected: 'true',
      found: String(known.has(receiptNumber)),
    };
  }
}

function shouldBeListed(
  { changes }: ResultsBundle,
  { receiptNumber, result }: LockedApplication,
): boolean {
  const change = changes.findLast((one) => one.receiptNumber === receiptNumber);
  if (!change) return result?.outcome === 'proposed';
  return change.change === 'substituted';
}
