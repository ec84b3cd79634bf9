import { lintTemplate } from './template-lint.js';

const options = {
  rawExpressions: ['trustedSvg'],
  addressNames: ['href', 'address'],
  literalWords: ['CSV'],
};
const rulesOf = (source: string) => lintTemplate(source, options).map(({ rule }) => rule);

describe('a template that is in order', () => {
  it.each([
    [
      'text and attributes through the catalogue',
      "<p title=\"{{t 'a.b'}}\">{{t 'a.c'}} · 12 %</p>",
    ],
    ['a word that every language shares', '<a href="/list.csv">CSV</a>'],
    [
      'conditional attributes',
      '<input{{#if on}} checked{{/if}}{{#if off}} disabled{{/if}} name="a">',
    ],
    ['a conditional class', '<i class="a{{#if b}} c{{else}} d{{/if}}"></i>'],
    ['an address with a fixed beginning', '<a href="/merchants/{{id}}">{{name}}</a>'],
    ['an address made by the server', '<a href="{{../page.href}}">{{name}}</a>'],
    ['an address through the helper', '<a href="{{address shop.site}}">{{name}}</a>'],
    ['a POST form with its token', '<form method="post" action="/a">{{> partials/csrf}}</form>'],
    ['a search form', '<form action="/a"><input name="q"></form>'],
    ['an external script', '<script type="module" src="/public/a.js"></script>'],
    ['an expression on the allow-list', '<div>{{{trustedSvg}}}</div>'],
    [
      'a layout block with a slot',
      '{{#> layouts/main}}{{#*inline "head"}}<b>{{a}}</b>{{/inline}}{{/layouts/main}}',
    ],
    ['a comment for the authors', '{{!-- 说明 --}}<p>{{a}}</p>'],
  ])('%s', (_, source) => {
    expect(lintTemplate(source, options)).toEqual([]);
  });
});

describe('a template that is refused', () => {
  it.each([
    ['triple-stash', '<p>{{{comment}}}</p>'],
    ['triple-stash', '<p>{{&comment}}</p>'],
    ['unquoted-attribute', '<p class={{kind}}>{{a}}</p>'],
    ['unquoted-attribute', '<p class=a-{{kind}}>{{a}}</p>'],
    ['unquoted-attribute', '<input {{attributes}}>'],
    ['unquoted-attribute', '<h{{level}}>{{a}}</h1>'],
    ['inline-script', '<script>start()</script>'],
    ['inline-script', '<script src="/a.js">start()</script>'],
    ['inline-script', '<script src="/a.js">{{code}}</script>'],
    ['inline-style', '<p style="color: red">{{a}}</p>'],
    ['inline-style', '<style>p { color: red }</style>'],
    ['inline-handler', '<button onclick="{{a}}">{{b}}</button>'],
    ['inline-handler', '<img src="/a.svg" onError="1">'],
    ['unsafe-address', '<a href="{{shop.site}}">{{a}}</a>'],
    ['unsafe-address', '<a href="{{#if a}}{{b}}{{else}}/c{{/if}}">{{a}}</a>'],
    ['unsafe-address', '<button formaction="{{target}}">{{a}}</button>'],
    ['unsafe-address', '<a href="JavaScript:void(0)">{{a}}</a>'],
    ['form-without-csrf', '<form method="POST" action="/a"><input name="a"></form>'],
    ['form-without-csrf', '<form method="{{method}}" action="/a"></form>{{> partials/csrf}}'],
    ['literal-text', '<p>提交</p>'],
    ['literal-text', '<p>{{a}} points</p>'],
    ['literal-text', '<textarea>Write here</textarea>'],
    ['literal-text', '<input placeholder="请输入">'],
    ['literal-text', '<input type="submit" value="Save">'],
    ['literal-text', "{{> partials/button label='Save'}}"],
    ['literal-text', "{{> partials/button (concat '保存' a)}}"],
    ['partial-in-tag', '<input {{> partials/attributes}}>'],
    ['unbalanced', '{{#if a}}<p class="{{else}}<p>{{/if}}'],
    ['unbalanced', '<form action="/a">'],
  ])('%s: %s', (rule, source) => {
    expect(rulesOf(source)).toContain(rule);
  });

  it('names the line and the expression', () => {
    expect(lintTemplate('<p>\n  {{{a.b}}}\n</p>', options)).toEqual([
      { line: 2, rule: 'triple-stash', detail: 'a.b' },
    ]);
  });

  it('reports a token that stands outside its form', () => {
    expect(rulesOf('{{> partials/csrf}}<form method="post" action="/a"></form>')).toEqual([
      'form-without-csrf',
    ]);
  });
});
