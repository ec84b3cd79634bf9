import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { recomputeFile } from '../../src/awards/lists/pages/recompute-file.js';
import { recomputeTexts } from '../../src/awards/lists/pages/recompute.page.js';
import { buildBundle, parseBundle } from '../../src/rules/provenance/build-bundle.js';
import { type Recomputation, recompute } from '../../src/rules/provenance/recompute.js';
import type { ResultsBundle } from '../../src/rules/provenance/results-bundle.js';
import { verifyBundle } from '../../src/rules/provenance/verify-bundle.js';
import { rankCategory } from '../../src/rules/ranking/rank-category.js';
import { Assets } from '../../src/web/assets.js';
import { sampleRecord } from './sample-category.js';

const RECORDS = [1, 2, 3].map((n) => sampleRecord('G', n, [0.8, 0.9, 0.95, 0.9, 1]));
const LIST = rankCategory(PRESET_2013, 'G', RECORDS, []).ranked.map(({ standing }) => ({
  category: 'G' as const,
  receiptNumber: standing.receiptNumber,
  standing: standing.standing,
  division: RECORDS.find((one) => one.receiptNumber === standing.receiptNumber)!.division,
  merchant: `商户</script>${standing.receiptNumber}`,
}));
const bundle = buildBundle(
  {
    programme: '2013',
    ruleVersion: '1',
    ruleSet: PRESET_2013,
    categories: [{ category: 'G', applications: RECORDS, ballots: [] }],
  },
  LIST,
  [{ category: 'G', receiptNumber: '2013-G-0009', change: 'removed', reason: '异议成立' }],
);

/** One path for each kind of leaf: of rows and sheets the first, of members each. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const entries = Object.entries(value);
  const some = Array.isArray(value) ? entries.slice(0, 1) : entries;
  return some.flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
const kinds = Object.entries(bundle).flatMap(([key, value]) =>
  // The rules are one hash for the comparison: a few of their leaves stand for all.
  key === 'ruleSet' ? leaves(value, [key]).slice(0, 5) : leaves(value, [key]),
);
const tampered = kinds.map((path): [string, ResultsBundle] => [path.join('/'), changedAt(path)]);

/** Names of figures have a point in them, so that `changedJson` cannot reach them. */
function changedAt(path: readonly string[]): ResultsBundle {
  type Tree = { [step: string]: Tree };
  const copy = structuredClone(bundle);
  const parent = path
    .slice(0, -1)
    .reduce((tree, step) => tree[step]!, copy as unknown as Tree) as Record<string, unknown>;
  parent[path.at(-1)!] = 'tampered';
  return copy;
}

/** What a browser gets, run by itself: the worker of the page answers what it is sent. */
function inBrowser(): (text: string) => { recomputation: Recomputation | null; refused: unknown } {
  const { recomputeWorker } = new Assets();
  const script = readFileSync(join(Assets.folder, recomputeWorker.replace('/assets/', '')), 'utf8');
  const answers: string[] = [];
  const self: {
    onmessage?: (event: { data: string }) => void;
    postMessage: (answer: unknown) => void;
  } = { postMessage: (answer) => answers.push(JSON.stringify(answer)) };
  runInContext(script, createContext({ self, TextEncoder, URL }));
  return (data) => {
    self.onmessage!({ data });
    return JSON.parse(answers.pop()!) as { recomputation: Recomputation | null; refused: unknown };
  };
}

test('an honest bundle agrees step by step, and its standings are those of the list', () => {
  const { steps, differences, standings } = recompute(bundle);
  expect(differences).toEqual([]);
  expect(steps.map(({ step }) => step)).toEqual([
    'rules',
    'applications',
    'sheets',
    'records',
    'results',
    'inputs',
    'list',
  ]);
  for (const { comparisons } of steps) expect(comparisons).toBeGreaterThan(0);
  const [rows] = standings;
  expect(rows!.rows.map(({ receiptNumber, standing }) => ({ receiptNumber, standing }))).toEqual(
    LIST.map(({ receiptNumber, standing }) => ({ receiptNumber, standing })),
  );
});

test('command, page and single file agree on every kind of field that was tampered with', () => {
  const ask = inBrowser();
  expect(kinds.length).toBeGreaterThan(60);
  const unnoticed: string[] = [];
  for (const [path, changed] of tampered) {
    const text = JSON.stringify(changed);
    const { recomputation, refused } = ask(text);
    if (path === 'format') {
      expect(() => parseBundle(text)).toThrow('provenance.error.notABundle');
      expect(refused).toBe('provenance.error.notABundle');
      continue;
    }
    const verification = verifyBundle(changed);
    expect({ path, ok: recomputation!.differences.length === 0 }).toEqual({
      path,
      ok: verification.ok,
    });
    if (verification.ok) unnoticed.push(path);
    else expect(recomputation!.differences[0]!.where).toEqual(verification.difference.where);
  }
  // A name follows from no score; nor does the reason of somebody who is not on the list anyway.
  expect(unnoticed).toEqual([
    'list/0/merchant',
    'changes/0/category',
    'changes/0/receiptNumber',
    'changes/0/change',
    'changes/0/reason',
  ]);
});

test('the single file holds the bundle, whatever stands in a name, and asks for nothing', () => {
  const file = recomputeFile(bundle, new Assets().recomputing, 'zh-CN');
  const [, kept] = /id="bundle">(.*?)<\/script>/.exec(file)!;
  expect(JSON.parse(kept!)).toEqual(JSON.parse(JSON.stringify(bundle)));
  expect(file.match(/<script/g)).toHaveLength(3);
  expect(file.match(/<\/script/g)).toHaveLength(3);
  expect(file).toContain("default-src 'none'");
  expect(file).not.toMatch(/(?:src|href)="/);
});

test('every sentence that the script may say is among its texts', () => {
  const texts = JSON.parse(recomputeTexts({ lang: 'en' })) as Record<string, string>;
  const script = readFileSync(join(Assets.folder, 'recompute-file.js'), 'utf8');
  const said = [...script.matchAll(/["'`]((?:awards|provenance)\.[a-zA-Z.]+)["'`]/g)];
  expect(said.length).toBeGreaterThan(10);
  for (const [, key] of said) expect(texts).toHaveProperty([key!]);
  for (const { step } of recompute(bundle).steps) {
    expect(texts).toHaveProperty([`awards.recompute.step.${step}`]);
  }
  for (const [, changed] of tampered) {
    for (const { where } of recompute(changed).differences)
      expect(texts).toHaveProperty([where.key]);
  }
});
