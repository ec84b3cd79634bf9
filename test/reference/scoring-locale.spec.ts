import { readFileSync, readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const LOCALES = ['zh-CN', 'en'] as const;

function catalogue(locale: string): Readonly<Record<string, string>> {
  const messages: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(`locales/${locale}/scoring.json`, 'utf8'),
  );
  return messages;
}

/** What judges’ ratings are analysed with has its sentences in a catalogue of its own. */
const RATINGS = /\/(robustness|rated-pairs|rule-scores)/;

function sources(): string {
  return ['scoring', 'ranking', 'provenance']
    .flatMap((folder) =>
      readdirSync(`src/rules/${folder}`).map((file) => `src/rules/${folder}/${file}`),
    )
    .filter((path) => /(?<!\.spec)\.ts$/.test(path) && !RATINGS.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Prefix of the key by the call that emits it. */
const EMITTERS: readonly (readonly [RegExp, string])[] = [
  [/RuleError\(\s*'([\w.]+)'/g, ''],
  [/(?<!\w)note\(\s*'(\w+)'/g, 'scoring.note.'],
  [/atMost\([^']*'(\w+)'/g, 'scoring.note.'],
  [/scoreProblem\(\s*'(\w+)'/g, 'scoring.score.'],
  [/(?<!\w)problem\('(\w+)'/g, 'scoring.ruleSet.'],
  [/(?<!\w)bound\('(\w+)'/g, 'scoring.ruleSet.bounds.'],
  [/sumProblem\('(\w+)'/g, 'scoring.ruleSet.'],
  [/where\('(\w+)'/g, 'provenance.where.'],
  [/sumCheck\('(\w+)'/g, 'provenance.where.'],
];

it('both languages have the same keys', () => {
  expect(Object.keys(catalogue('en'))).toEqual(Object.keys(catalogue('zh-CN')));
});

it('every key the rules emit has a text', () => {
  const text = sources();
  const emitted = EMITTERS.flatMap(([pattern, prefix]) =>
    Array.from(text.matchAll(pattern), ([, key]) => `${prefix}${key}`),
  );
  expect(emitted.length).toBeGreaterThan(60);
  const known = new Set(Object.keys(catalogue('en')));
  expect([...new Set(emitted)].filter((key) => !known.has(key))).toEqual([]);
});

it.each(LOCALES)('every %s text is a well-formed message', (locale) => {
  for (const message of Object.values(catalogue(locale))) {
    expect(() => new IntlMessageFormat(message, locale)).not.toThrow();
  }
});

it('prints a band as a sentence', () => {
  const message = catalogue('zh-CN')['scoring.note.bandLowHigh.low'] ?? '';
  const variables = {
    value: '820.41',
    unit: 'wan',
    low: '500.00',
    high: '1000.00',
    points: '7.00',
  };
  expect(new IntlMessageFormat(message, 'zh-CN').format(variables)).toBe(
    '核定值 820.41万元，在 500.00（含）至 1000.00（不含）万元 一档，计 7.00 分',
  );
});
