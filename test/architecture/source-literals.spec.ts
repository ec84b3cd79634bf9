import { sourceLiterals } from './source-literals.js';
import { templateKeys } from './template-keys.js';

const keysIn = (source: string) =>
  sourceLiterals('sample.ts', source)
    .filter(({ isKey }) => isKey)
    .map(({ text }) => text);

describe('literals of a source file', () => {
  it('finds strings, template parts and regular expressions with their lines, and no comment', () => {
    const source =
      "// 注释\nconst a = '文字';\n/* 注释 */ const b = `年${a}度${a}`;\nconst c = /〔\\d+〕/;";
    expect(sourceLiterals('sample.ts', source).map(({ line, text }) => [line, text])).toEqual([
      [2, '文字'],
      [3, '年'],
      [3, '度'],
      [3, ''],
      [4, '/〔\\d+〕/'],
    ]);
  });

  it.each([
    ["throw new RuleError('calendar.yearNotLoaded', { year })", ['calendar.yearNotLoaded']],
    ["t('home.title')", ['home.title']],
    ["translate(language, 'home.title')", ['home.title']],
    ["this.text.t('home.title')", ['home.title']],
    [
      "const form = { message: 'forms.required', labelKey: 'forms.name' }",
      ['forms.required', 'forms.name'],
    ],
    ["record('application.submitted'); const file = { name: 'list.csv' }", []],
    ['new RuleError(code)', []],
  ])('%s holds the keys %j', (source, keys) => {
    expect(keysIn(source)).toEqual(keys);
  });
});

describe('keys of a template', () => {
  it('finds them in text, attributes, blocks and nested calls', () => {
    const source =
      "<p title=\"{{t 'a.b'}}\">{{#if x}}{{t 'c.d' n=1}}{{else}}{{> p label=(t 'e.f')}}{{/if}}</p>{{t key}}";
    expect(templateKeys(source)).toEqual(['a.b', 'c.d', 'e.f']);
  });
});
