import { rankCategory } from '../ranking/rank-category.js';
import type { Adjustment, PublishedRecord, ScorableRecord } from '../scoring/application-record.js';
import { categoryRules } from '../scoring/category-sheets.js';
import { leftOut, recordPoints } from '../scoring/record-points.js';
import type { RuleSet } from '../scoring/rule-set.js';
import { buildBundle } from './build-bundle.js';
import type {
  CategoryInputs,
  ListChange,
  ListRow,
  ResultInputs,
  ResultsBundle,
} from './results-bundle.js';
import { hashOf } from './sha256-hex.js';

/**
 * The bundle of a list as it may leave the office (`../privacy/result-policy.ts`): points in the place of
 * figures, and whoever is not listed under a number of the bundle's own, without a division.
 */
export function publishResults(
  inputs: ResultInputs,
  list: readonly ListRow[],
  changes: readonly ListChange[],
): ResultsBundle {
  const listed = new Set(list.map(({ receiptNumber }) => receiptNumber));
  const removed = new Set(changes.map(({ receiptNumber }) => receiptNumber));
  const names = new Map<string, string>();
  const categories = inputs.categories.map((category) => {
    const reduced = publishedCategory(inputs.ruleSet, category, listed);
    for (const [own, published] of numbers(category, reduced, listed, removed)) {
      names.set(own, published);
    }
    return renamed(reduced, names);
  });
  const named = <Row extends { readonly receiptNumber: string }>(row: Row): Row => ({
    ...row,
    receiptNumber: names.get(row.receiptNumber) ?? row.receiptNumber,
  });
  return buildBundle({ ...inputs, categories }, list, changes.map(named));
}

function publishedCategory(
  ruleSet: RuleSet,
  inputs: CategoryInputs<ScorableRecord>,
  listed: ReadonlySet<string>,
): CategoryInputs<PublishedRecord> {
  const { divisionFloor, rubric } = categoryRules(ruleSet, inputs.category);
  const computed = rubric
    .flatMap(({ indicators }) => indicators)
    .filter(({ type }) => type !== 'E');
  const groups = neededGroups(ruleSet, inputs);
  const applications = inputs.applications.map((record): PublishedRecord => {
    const notApplicable = leftOut(record);
    const counted = computed.filter(({ code }) => !notApplicable.includes(code));
    const points = counted.map((one) => [one.code, recordPoints(one, record, ruleSet).points]);
    const { receiptNumber, division, relatedGroup, sheets, bonuses, deductions } = record;
    return {
      receiptNumber,
      division: divisionFloor || listed.has(receiptNumber) ? division : '',
      relatedGroup: groups.get(relatedGroup ?? '') ?? null,
      verified: { notApplicable, points: Object.fromEntries(points) },
      sheets: sheets.map(({ seat, sheet, scores }) => ({ seat, sheet, scores })),
      bonuses: bonuses.map(pointsOnly),
      deductions: deductions.map(pointsOnly),
      ...(record.absentFromDefence && { absentFromDefence: true }),
    };
  });
  return { ...inputs, applications };
}

/** A tie between merchants is told only where it took or may take a place from one of them. */
function neededGroups(
  ruleSet: RuleSet,
  { category, applications, ballots }: CategoryInputs<ScorableRecord>,
): ReadonlyMap<string, string> {
  const { ranked } = rankCategory(ruleSet, category, applications, ballots);
  const decided = new Set(
    ranked
      .filter(({ outcome: { reason } }) =>
        ['relatedMerchant', 'tieBetweenRelated'].includes(reason),
      )
      .map(({ score }) => score.receiptNumber),
  );
  const needed = applications.flatMap(({ receiptNumber, relatedGroup }) =>
    relatedGroup !== null && decided.has(receiptNumber) ? [relatedGroup] : [],
  );
  return new Map([...new Set(needed)].sort().map((group, at) => [group, `group-${at + 1}`]));
}

/**
 * Numbers that say nothing of the order of receipts: by the hash of what is published. They sort behind
 * receipts, those taken off the list first, as they stood in a tie.
 */
function numbers(
  { category }: CategoryInputs<ScorableRecord>,
  { applications }: CategoryInputs<PublishedRecord>,
  listed: ReadonlySet<string>,
  removed: ReadonlySet<string>,
): [string, string][] {
  const others = applications
    .filter(({ receiptNumber }) => !listed.has(receiptNumber))
    .map((record) => ({ record, key: hashOf({ ...record, receiptNumber: '' }) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return ['removed', 'unlisted'].flatMap((kind) =>
    others
      .filter(({ record }) => removed.has(record.receiptNumber) === (kind === 'removed'))
      .map(({ record }, at): [string, string] => [
        record.receiptNumber,
        `${category}-${kind}-${String(at + 1).padStart(3, '0')}`,
      ]),
  );
}

function renamed(
  inputs: CategoryInputs<PublishedRecord>,
  names: ReadonlyMap<string, string>,
): CategoryInputs<PublishedRecord> {
  const name = (receipt: string) => names.get(receipt) ?? receipt;
  return {
    ...inputs,
    applications: inputs.applications.map((record) => ({
      ...record,
      receiptNumber: name(record.receiptNumber),
    })),
    ballots: inputs.ballots.map(({ votes }) => ({
      votes: Object.fromEntries(Object.entries(votes).map(([own, count]) => [name(own), count])),
    })),
  };
}

/** A reason is free text and may name anybody. */
function pointsOnly({ points }: Adjustment): Adjustment {
  return { reason: '', evidence: '', points };
}
