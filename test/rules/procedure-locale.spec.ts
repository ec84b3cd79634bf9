import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { PRESET_NOW } from '../../seeds/reference/rule-sets/preset-now.js';
import { PLAUSIBILITY_RULES } from '../../src/rules/eligibility/plausibility.js';
import { FORBIDDEN_PAIRS } from '../../src/rules/lifecycle/forbidden-pairs.js';
import { stateLabelKey } from '../../src/rules/lifecycle/lifecycle.js';
import { ROLES } from '../../src/rules/lifecycle/roles.js';
import { LIFECYCLES, renderStateDiagrams } from '../../src/rules/lifecycle/state-diagrams.js';

const chinese = catalogue('zh-CN');
const english = catalogue('en');

function catalogue(locale: string): Readonly<Record<string, string>> {
  const parsed: unknown = JSON.parse(
    readFileSync(`${process.cwd()}/locales/${locale}/procedure.json`, 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(Object(parsed)).map(([key, text]) => [key, String(text)]),
  );
}

/** Names of the variables of a sentence; the parser refuses a malformed one. */
function variables(text: string, locale: string): string {
  expect(new IntlMessageFormat(text, locale).getAst().length).toBeGreaterThan(0);
  return [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .toSorted((one, other) => one.localeCompare(other))
    .join();
}

describe('the words of the procedure', () => {
  it('has the same keys in Chinese and English', () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
  });

  it('names every state, event, verb, guard, document and actor of every lifecycle', () => {
    const keys = LIFECYCLES.flatMap((lifecycle) => [
      `lifecycle.${lifecycle.name}.title`,
      ...lifecycle.states.map((state) => stateLabelKey(lifecycle, state)),
      ...lifecycle.rows.flatMap((row) => [
        `lifecycle.event.${row.event}`,
        `lifecycle.verb.${row.verb}`,
        ...row.guards.map((guard) => `lifecycle.guard.${guard}`),
        ...row.documents.map((document) => `document.${document}`),
        ...row.actors.map((actor) => `role.${actor}`),
      ]),
    ]);
    expect(keys.filter((key) => !(key in chinese))).toEqual([]);
  });

  it('has no word for an event, guard or document that no lifecycle knows', () => {
    const known = new Set(
      LIFECYCLES.flatMap((lifecycle) =>
        lifecycle.rows.flatMap((row) => [
          `lifecycle.event.${row.event}`,
          `lifecycle.verb.${row.verb}`,
          ...row.guards.map((guard) => `lifecycle.guard.${guard}`),
          ...row.documents.map((document) => `document.${document}`),
        ]),
      ),
    );
    const words = Object.keys(chinese).filter((key) =>
      /^(lifecycle\.(event|verb|guard)|document)\./.test(key),
    );
    expect(words.filter((key) => !known.has(key))).toEqual([]);
  });

  it('names roles, forbidden pairs and plausibility rules', () => {
    const keys = [
      ...ROLES.map((role) => `role.${role}`),
      ...FORBIDDEN_PAIRS.map((pair) => `forbiddenPair.${pair.key}`),
      ...PLAUSIBILITY_RULES.map((rule) => `plausibility.${rule}`),
    ];
    expect(keys.filter((key) => !(key in chinese))).toEqual([]);
  });

  it('has every key that stands in the rules', () => {
    const sources = ['calendar', 'eligibility', 'identifiers', 'lifecycle'].flatMap((folder) =>
      readdirSync(`${process.cwd()}/src/rules/${folder}`)
        .filter((name) => !name.endsWith('.spec.ts'))
        .map((name) => readFileSync(`${process.cwd()}/src/rules/${folder}/${name}`, 'utf8')),
    );
    const keyInQuotes =
      /'((?:calendar|identifiers|lifecycle|veto|eligibility|conflict|plausibility)\.[\w.]+)'/g;
    const emitted = sources.flatMap((source) =>
      [...source.matchAll(keyInQuotes)].map(([, key = '']) => key),
    );
    expect(emitted.length).toBeGreaterThan(40);
    expect(emitted.filter((key) => !(key in chinese))).toEqual([]);
  });

  it('can be formatted, each sentence with the same variables in both languages', () => {
    const differing = Object.keys(chinese).filter(
      (key) => variables(chinese[key] ?? '', 'zh-CN') !== variables(english[key] ?? '', 'en'),
    );
    expect(differing).toEqual([]);
  });

  it('writes a year without a thousands separator', () => {
    const text = new IntlMessageFormat(chinese['calendar.yearNotLoaded'] ?? '', 'zh-CN').format({
      year: 2027,
    });
    expect(text).toContain('2027年的工作日历尚未录入');
  });

  it('labels the diagrams in Chinese', () => {
    const page = renderStateDiagrams((key) => chinese[key] ?? `?${key}`);
    expect(page).toContain('  state "县级初审推荐" as DivisionReview');
    expect(page).toContain('  InDivisionReview --> Recommended : A06 推荐');
    expect(page).not.toContain('?');
  });
});

it('ships the sales floors of both presets', () => {
  const floors = [PRESET_2013, PRESET_NOW].map(({ categories }) =>
    Object.fromEntries(categories.map(({ code, eligibility }) => [code, eligibility.salesFloor])),
  );
  expect(floors).toEqual([
    { G: 10_000, Y: 5_000, N: 5_000 },
    { G: 50_000, Y: 20_000, N: 20_000 },
  ]);
});
