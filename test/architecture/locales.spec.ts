import { IntlMessageFormat } from 'intl-messageformat';
import { projectFiles } from './project-files.js';
import { catalogue, type Sentence } from './sentences.js';
import { templateKeys } from './template-keys.js';

const chinese = catalogue('zh-CN');
const english = catalogue('en');

describe('locales', () => {
  it('have the same files and keys in both languages', () => {
    expect(english.map(({ file, key }) => `${file}: ${key}`)).toEqual(
      chinese.map(({ file, key }) => `${file}: ${key}`),
    );
  });

  it('name each key once', () => {
    const keys = chinese.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const expected = chinese.map(withArguments);
    expect(english.map(withArguments).map(inChinese)).toEqual(expected);
  });

  it('leave no sentence empty', () => {
    expect([...chinese, ...english].filter(({ text }) => !text.trim())).toEqual([]);
  });

  it('have every key that a template uses', () => {
    const used = projectFiles('views', '.hbs').flatMap(({ path, text }) =>
      templateKeys(text).map((key) => ({ path, key })),
    );
    const known = new Set(chinese.map(({ key }) => key));
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** Arguments, numbers, dates, times, selects and plurals carry a name; literals (0) and # (7) do not. */
const namedParts = new Set([1, 2, 3, 4, 5, 6]);

/** English needs a plural where Chinese has a plain number, so only the names are compared. */
function withArguments({ key, text }: Sentence): [string, string[]] {
  const found = new Set<string>();
  const collect = (parts: Parts): void => {
    for (const part of parts) {
      if (namedParts.has(part.type) && 'value' in part) found.add(part.value);
      if ('options' in part) Object.values(part.options).forEach((option) => collect(option.value));
    }
  };
  collect(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [key, [...found].sort()];
}

/** Rubric data carries its own text in both languages: `{zh}` in one file answers `{en}` in the other. */
function inChinese([key, names]: [string, string[]]): [string, string[]] {
  return [key, names.map((name) => (name === 'en' ? 'zh' : name)).sort()];
}
