import { expect, test } from '@jest/globals';
import { refill } from './refill.js';

const filled = (inside: string, fields: Readonly<Record<string, string>>) =>
  refill(`<form action="/a">${inside}</form>`, {
    action: '/a',
    fields,
    opening: (unplaced) => unplaced.join(),
    behindFile: () => '',
  });

test.each([
  ['a word in a title', '<input title="the value of it" name="n" value="old">'],
  ['a word in the old text', '<input name="n" value="a value b">'],
  ['an attribute on its own line', '<input name="n"\n value="old">'],
])('only the value is changed, beside %s', (_, input) => {
  const changed = filled(input, { n: 'new' })!;
  expect(changed.match(/value="[^"]*"/g)).toEqual(['value="new"']);
  expect(changed.includes('the value of it')).toBe(input.includes('title'));
});

test('the button that was pressed is not shown as something typed', () => {
  const button = '<button name="after" value="stay">OK</button>';
  const typed = filled(`<input name="n">${button}`, { n: 'new', after: 'stay', gone: 'x' });
  expect(typed).toBe(`gone<form action="/a"><input name="n" value="new">${button}</form>`);
});
