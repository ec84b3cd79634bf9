import { describe, expect, test } from '@jest/globals';
import { lateWork } from '../due-work.js';
import { type ReReviewWorkFacts, reReviewWork, unlockWork } from './re-review-work.js';

const facts = (over: Partial<ReReviewWorkFacts> = {}): ReReviewWorkFacts => ({
  objectionId: 'o1',
  categoryId: 'c1',
  subject: 'A 2026-1',
  closesOn: '2026-06-01',
  onPaper: false,
  waiting: [],
  gone: false,
  recorded: false,
  ...over,
});
const whose = (over: Partial<ReReviewWorkFacts>) =>
  reReviewWork([facts(over)]).map(({ kind, owner }) => `${kind} ${owner}`);

describe('who is next with a re-review', () => {
  test.each<[string, Partial<ReReviewWorkFacts>, readonly string[]]>([
    [
      'each expert who has not signed',
      { waiting: ['B', 'C'] },
      ['signReReview Judge', 'signReReview Judge'],
    ],
    ['who keys the paper', { waiting: ['B'], onPaper: true }, ['keyReReview Tabulator']],
    [
      'the registrar where an expert has left, beside who still scores',
      { waiting: ['B'], gone: true },
      ['signReReview Judge', 'replaceReReviewer CityRegistrar'],
    ],
    ['the registrar once all have signed', {}, ['recordReReview CityRegistrar']],
    ['the tabulators once it is on record', { recorded: true }, ['lockReReview Tabulator']],
  ])('%s', (_title, over, expected) => {
    expect(whose(over)).toEqual(expected);
  });

  test('an expert who is late is shown with the name, on the page that reminds', () => {
    const work = reReviewWork([facts({ waiting: ['B'] })]);
    expect(lateWork(work, ['CityRegistrar'], '2026-06-01')).toEqual([]);
    expect(lateWork(work, ['CityRegistrar'], '2026-06-02')).toEqual([
      {
        kind: 'signReReview',
        owner: 'Judge',
        dueOn: '2026-06-01',
        subject: 'A 2026-1 B',
        href: '/office/objections/o1/re-review',
      },
    ]);
  });
});

test('paper is keyed on the page of the paper sheets', () => {
  const [work] = reReviewWork([facts({ waiting: ['B'], onPaper: true })]);
  expect(work!.href).toBe('/office/re-review-sheets');
});

test('a new version is locked where the standings are: tabulators have no access to objections', () => {
  expect(reReviewWork([facts({ recorded: true })])[0]!.href).toBe('/office/standings/c1');
});

test.each([
  ['two tabulators', false, 'Tabulator'],
  ['the supervisor', true, 'Supervisor'],
] as const)('%s are next with an unlock', (_who, agreed, owner) => {
  const one = { categoryId: 'c1', subject: 'A', proposedOn: '2026-06-01', agreed };
  expect(unlockWork([one])).toEqual([
    {
      kind: 'unlockReReview',
      owner,
      dueOn: '2026-06-01',
      subject: 'A',
      href: '/office/standings/c1',
    },
  ]);
});
