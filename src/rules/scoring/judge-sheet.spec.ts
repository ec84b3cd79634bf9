import { RuleError } from '../rule-error.js';
import { checkScore, commentRequired, requireCompleteSheet } from './judge-sheet.js';
import type { Indicator } from './indicator.js';

const INDICATOR: Indicator = {
  code: 'G11',
  name: { zh: '带动初创者', en: 'Starters helped' },
  weight: 800,
  type: 'E',
  sheet: 'material',
  notApplicableAllowed: false,
  scoring: { kind: 'anchors', anchors: [] },
};
const RULE = { minimumCharacters: 10 };
const COMMENT = '带动初创者名单与佐证齐全';

function problems(points: number, comment = COMMENT): readonly string[] {
  return checkScore(INDICATOR, { points, comment }, RULE).map(({ key }) => key);
}

it('takes half points from nothing to the weight', () => {
  expect(problems(650)).toEqual([]);
  expect(problems(620)).toEqual(['scoring.score.offGrid']);
  expect(problems(0.5)).toEqual(['scoring.score.offGrid']);
  expect(problems(850)).toEqual(['scoring.score.outOfRange']);
  expect(problems(-50)).toEqual(['scoring.score.outOfRange']);
  expect(problems(0)).toEqual([]);
  expect(checkScore(INDICATOR, { points: 850, comment: COMMENT }, RULE)).toEqual([
    { key: 'scoring.score.outOfRange', variables: { indicator: 'G11', most: '8.00' } },
  ]);
});

it('asks for ten characters at or below the 30 % anchor and at the full weight', () => {
  expect([0, 250, 300, 750, 800].map((p) => commentRequired(INDICATOR, p))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(checkScore(INDICATOR, { points: 800, comment: '  很好的示范作用明显 ' }, RULE)).toEqual([
    {
      key: 'scoring.score.commentRequired',
      variables: { indicator: 'G11', most: '8.00', characters: 9, minimum: 10 },
    },
  ]);
  expect(problems(800, '很好的示范作用很明显')).toEqual([]);
  expect(problems(400, '')).toEqual([]);
});

const sheet = (scores: Record<string, number>) => ({
  seat: 3,
  sheet: 'material' as const,
  scores,
});

it('a signed sheet scores exactly the indicators of the sheet', () => {
  expect(() => requireCompleteSheet([INDICATOR], sheet({ G11: 650 }))).not.toThrow();
  expect(() => requireCompleteSheet([INDICATOR], sheet({}))).toThrow(
    new RuleError('scoring.error.scoreMissing', { seat: 3, indicator: 'G11' }),
  );
  expect(() => requireCompleteSheet([INDICATOR], sheet({ G11: 650, G13: 100 }))).toThrow(
    new RuleError('scoring.error.foreignScore', { seat: 3, indicator: 'G13' }),
  );
  expect(() => requireCompleteSheet([INDICATOR], sheet({ G11: 625 }))).toThrow(
    new RuleError('scoring.score.offGrid', { indicator: 'G11', most: '8.00', seat: 3 }),
  );
});
