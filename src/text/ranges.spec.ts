import { expect, test } from '@jest/globals';
import { catalogue } from '../../test/architecture/sentences.js';
import { translate } from './catalogue.js';

test.each([
  ['programmes.span', { from: '2026-06-01', to: '2026-06-01' }, '2026年6月1日'],
  ['programmes.span', { from: '2026-06-01', to: '2026-06-02' }, '2026年6月1日至2026年6月2日'],
  ['awards.robustness.places', { low: 3, high: 3 }, '第3名'],
  ['awards.robustness.places', { low: 3, high: 5 }, '第3至5名'],
  ['supervision.diagnostics.page', { from: 51, to: 51 }, '第51位'],
])('%s of %j is one of them, or both', (key, variables, text) => {
  expect(translate('zh-CN', key, variables)).toBe(text);
});

/** Two ends that are different by what they are. */
const apart = new Set([
  'calendar.periodReversed',
  'programmes.workingDays.list.run',
  'scoring.note.ratioOutside',
  'robustness.summary.indistinguishable',
  'hall.late.what.pause',
  'hall.late.what.speech',
  'hall.late.what.laptop',
]);

test.each(['zh-CN', 'en'] as const)(
  'no sentence of %s names a range of one thing twice',
  (lang) => {
    const range = /\{(?:from|low|first)\b[^{}]*\}(?:至|到|–|-| to | – )\{(?:to|high|last)\b/;
    const twice = catalogue(lang).filter(
      ({ key, text }) => range.test(text) && !text.includes('{single, select,') && !apart.has(key),
    );
    expect(twice).toEqual([]);
  },
);
