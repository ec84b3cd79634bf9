import { RuleError } from '../rule-error.js';
import type { ScorableRecord } from '../scoring/application-record.js';
import type { RuleNote } from '../scoring/computed.js';
import { sixDecimals } from '../scoring/points.js';
import { inputHash } from './build-bundle.js';
import { type Check, where } from './check.js';
import { listChecks } from './list-checks.js';
import { lockRecord, lockResult, rankedByReceipt } from './lock-category.js';
import type {
  CategoryInputs,
  LockedApplication,
  LockedCategory,
  LockedResult,
  ResultsBundle,
} from './results-bundle.js';
import { hashOf } from './sha256-hex.js';
import { sheetChecks } from './sheet-checks.js';

/** `expected` is what was locked or computed, `found` what stands against it; `where` is a locale key. */
export interface Difference {
  readonly where: RuleNote;
  readonly expected: string;
  readonly found: string;
}

export type Verification =
  | { readonly ok: true; readonly inputHash: string }
  | { readonly ok: false; readonly difference: Difference };

/** Recomputes everything in a bundle and names the first difference, the most exact place first. */
export function verifyBundle(bundle: ResultsBundle): Verification {
  try {
    for (const check of allChecks(bundle)) {
      if (check.expected !== check.found) return { ok: false, difference: check };
    }
  } catch (error) {
    return { ok: false, difference: refusal(error) };
  }
  return { ok: true, inputHash: bundle.inputHash };
}

/** A bundle comes from outside: what the rules refuse, or a part that is missing, is a difference too. */
export function refusal(error: unknown): Difference {
  if (error instanceof RuleError) {
    return { where: where('refused', error.variables), expected: '', found: error.code };
  }
  // A text where a number should be is a SyntaxError of BigInt.
  const unreadable = [TypeError, RangeError, SyntaxError].some((kind) => error instanceof kind);
  if (!unreadable) throw error;
  return { where: where('unreadable'), expected: '', found: '' };
}

/** Everything that is compared, the most exact place first. */
export function* allChecks(bundle: ResultsBundle): Generator<Check> {
  yield { where: where('ruleSet'), expected: bundle.ruleSetHash, found: hashOf(bundle.ruleSet) };
  const codes = bundle.categories.map(({ category }) => category).join(' ');
  const lockedCodes = bundle.locked.map(({ category }) => category).join(' ');
  yield { where: where('categories'), expected: lockedCodes, found: codes };
  for (const [i, category] of bundle.categories.entries()) {
    const locked = bundle.locked[i];
    if (locked) yield* categoryChecks(bundle, category, locked);
  }
  yield { where: where('inputHash'), expected: bundle.inputHash, found: inputHash(bundle) };
  yield* listChecks(bundle);
}

function* categoryChecks(
  bundle: ResultsBundle,
  inputs: CategoryInputs<ScorableRecord>,
  locked: LockedCategory,
): Generator<Check> {
  const { category } = inputs;
  yield {
    where: where('applications', { category }),
    expected: receipts(locked.applications),
    found: receipts(inputs.applications),
  };
  for (const [i, record] of inputs.applications.entries()) {
    const before = locked.applications[i];
    if (!before) continue;
    yield* sheetChecks(record.receiptNumber, before.sheets, record.sheets);
    yield* recordChecks(before, lockRecord(bundle.ruleSet, category, record));
  }
  const ranked = rankedByReceipt(bundle.ruleSet, inputs);
  for (const { receiptNumber, result } of locked.applications) {
    yield* resultChecks(receiptNumber, result, lockResult(ranked.get(receiptNumber)));
  }
}

function* recordChecks(
  before: LockedApplication,
  now: Omit<LockedApplication, 'result'>,
): Generator<Check> {
  const { receiptNumber } = before;
  const codes = new Set([
    ...Object.keys(before.indicatorPoints),
    ...Object.keys(now.indicatorPoints),
  ]);
  for (const indicator of codes) {
    yield {
      where: where('indicatorPoints', { receiptNumber, indicator }),
      expected: pointsText(before.indicatorPoints[indicator]),
      found: pointsText(now.indicatorPoints[indicator]),
    };
  }
  for (const part of ['bonus', 'deduction'] as const) {
    yield {
      where: where(part, { receiptNumber }),
      expected: pointsText(before[part]),
      found: pointsText(now[part]),
    };
  }
  yield {
    where: where('record', { receiptNumber }),
    expected: before.recordHash,
    found: now.recordHash,
  };
}

function* resultChecks(
  receiptNumber: string,
  before: LockedResult | null,
  now: LockedResult | null,
): Generator<Check> {
  yield {
    where: where('scored', { receiptNumber }),
    expected: String(before !== null),
    found: String(now !== null),
  };
  if (!before || !now) return;
  for (const sheet of ['material', 'insideDefence', 'defence'] as const) {
    yield {
      where: where('sheetMean', { receiptNumber, sheet }),
      expected: before.means[sheet] ?? '',
      found: now.means[sheet] ?? '',
    };
  }
  const parts = [
    'material',
    'compositeExact',
    'composite',
    'standing',
    'outcome',
    'reason',
  ] as const;
  for (const part of parts) {
    yield {
      where: where(part, { receiptNumber }),
      expected: String(before[part]),
      found: String(now[part]),
    };
  }
}

function receipts(all: readonly { readonly receiptNumber: string }[]): string {
  return all.map(({ receiptNumber }) => receiptNumber).join(' ');
}

function pointsText(hundredths: number | undefined): string {
  return typeof hundredths === 'number' ? sixDecimals(hundredths * 10_000) : '';
}
