import { RuleError } from '../rule-error.js';
import { lockCategory } from './lock-category.js';
import { BUNDLE_FORMAT, BUNDLE_FORMATS } from './results-bundle.js';
import type { ListChange, ListRow, ResultInputs, ResultsBundle } from './results-bundle.js';
import { hashOf } from './sha256-hex.js';

/** Locks the results of the inputs and binds them to the published list. */
export function buildBundle(
  inputs: ResultInputs,
  list: readonly ListRow[],
  changes: readonly ListChange[],
): ResultsBundle {
  const ordered = inOrder(inputs);
  return {
    format: BUNDLE_FORMAT,
    ...ordered,
    ruleSetHash: hashOf(ordered.ruleSet),
    inputHash: inputHash(ordered),
    locked: ordered.categories.map((category) => lockCategory(ordered.ruleSet, category)),
    list,
    changes,
  };
}

/** The hash that is printed on the list; the order of rows in the database does not enter it. */
export function inputHash(inputs: ResultInputs): string {
  const { programme, ruleVersion, ruleSet, categories } = inOrder(inputs);
  return hashOf({ programme, ruleVersion, ruleSet, categories });
}

/** Reads a bundle file; throws `provenance.error.notABundle` when it is something else. */
export function parseBundle(text: string): ResultsBundle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RuleError('provenance.error.notABundle');
  }
  if (!isBundle(value)) throw new RuleError('provenance.error.notABundle');
  return value;
}

function isBundle(value: unknown): value is ResultsBundle {
  const bundle = new Map<string, unknown>(Object.entries(value ?? {}));
  const lists = ['categories', 'locked', 'list', 'changes'];
  return (
    BUNDLE_FORMATS.some((format) => bundle.get('format') === format) &&
    typeof bundle.get('ruleSet') === 'object' &&
    lists.every((key) => Array.isArray(bundle.get(key)))
  );
}

function inOrder(inputs: ResultInputs): ResultInputs {
  const { programme, ruleVersion, ruleSet } = inputs;
  const categories = inputs.categories.map((category) => ({
    ...category,
    applications: [...category.applications]
      .sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1))
      .map((record) => ({
        ...record,
        sheets: [...record.sheets].sort((a, b) =>
          a.sheet === b.sheet ? a.seat - b.seat : a.sheet < b.sheet ? -1 : 1,
        ),
      })),
  }));
  return { programme, ruleVersion, ruleSet, categories };
}
