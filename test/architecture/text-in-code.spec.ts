import { projectFiles } from './project-files.js';
import { sourceLiterals } from './source-literals.js';

const han = /[\p{Script=Han}〔〕《》「」，。：；！？、（）]/u;

/** Path → why its regular expressions recognise Chinese characters. */
const regularExpressions: Readonly<Record<string, string>> = {
  'src/programmes/day-list.ts': 'a holiday notice writes its days in Chinese',
  'src/rules/identifiers/contact-identifiers.ts': 'an ICP filing number is written in Chinese',
  'src/rules/identifiers/contact-patterns.ts': 'finds telephone and chat numbers in Chinese prose',
  'src/rules/identifiers/document-number.ts': 'GB/T 9704: a document number is written in Chinese',
  'src/rules/identifiers/normalise-text.ts': 'keeps Chinese punctuation at full width',
  'src/rules/identifiers/trade-name.ts':
    'places, trades and legal forms in the names of businesses',
};

/** Path → why its strings hold Chinese characters that no reader sees as a sentence. */
const strings: Readonly<Record<string, string>> = {
  'src/rules/eligibility/conflict-hits.ts': 'compound surnames are data for comparing people',
  'src/rules/identifiers/name-skeleton.ts': 'characters that look like others are data',
  'src/paper/docx/docx-fonts.ts': 'typefaces have Chinese names, by which an editor finds them',
  'src/text/read-table.ts': 'a comma of a Chinese keyboard separates cells as well',
  'src/text/format.ts': 'the shape of a Chinese date, as a locale library would hold it',
  'src/rules/identifiers/document-number.ts':
    'GB/T 9704: the year stands in 〔〕, the serial before 号',
  'src/rules/programme/programme-name.ts':
    'the wording rules bar Chinese words from the names of programmes',
  'src/rules/identifiers/normalise-text.ts': 'brackets are unified to the width that fits the text',
};

describe('text in code', () => {
  const found = projectFiles('src', '.ts')
    .filter(({ path }) => !path.endsWith('.spec.ts'))
    .flatMap(({ path, text }) =>
      sourceLiterals(path, text)
        .filter((literal) => han.test(literal.text))
        .map((literal) => ({ path, ...literal })),
    );

  it('what people read lives in locales, not in string literals', () => {
    const unexplained = found.filter(
      ({ path, isRegularExpression }) =>
        !(path in (isRegularExpression ? regularExpressions : strings)),
    );
    expect(unexplained.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
  });

  it('no reason outlives its literals', () => {
    const explained = Object.keys({ ...regularExpressions, ...strings });
    expect(explained.filter((path) => !found.some((literal) => literal.path === path))).toEqual([]);
  });
});
