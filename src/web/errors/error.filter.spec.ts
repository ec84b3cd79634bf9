import { expect, test } from '@jest/globals';
import { ErrorFilter } from './error.filter.js';

/** What an operator reads of an error that meets a request in this state, and whether it is answered. */
function meet(raw: { destroyed: boolean; complete: boolean }) {
  const lines: string[] = [];
  let answered = false;
  const note = (level: string) => (_: object, text: string) => void lines.push(`${level}: ${text}`);
  const log = { error: note('error'), info: note('info') };
  const renderer = { render: () => '' };
  const filter = new ErrorFilter(renderer as never, log as never);
  const request = { raw, url: '/objections?x=1', method: 'POST', lang: 'en', headers: {} };
  const reply = {
    code: () => reply,
    header: () => reply,
    type: () => reply,
    send: () => (answered = true),
  };
  filter.answer(new Error('aborted'), request as never, reply as never);
  return { lines, answered };
}

test('a line that broke before all had come is no error, and gets no page', () => {
  expect(meet({ destroyed: true, complete: false })).toEqual({
    lines: ['info: request broken off'],
    answered: false,
  });
});

test('what fails after all had come is told, whether or not somebody still waits', () => {
  const told = { lines: ['error: request failed'], answered: true };
  expect(meet({ destroyed: true, complete: true })).toEqual(told);
  expect(meet({ destroyed: false, complete: false })).toEqual(told);
});
