import { describe, expect, test } from '@jest/globals';
import { explanationProblem, stateOfAnswer } from './conflict-grounds.js';

describe('an answer on one applicant', () => {
  test('none without a hit lets the judge score; a hard ground bars; a soft one waits', () => {
    expect(stateOfAnswer({ ground: null, explanation: null }, [], {})).toBe('none');
    expect(stateOfAnswer({ ground: '3', explanation: '其负责人是我姐夫' }, [], {})).toBe('hardBar');
    expect(stateOfAnswer({ ground: '4', explanation: '去年向其采购过礼盒' }, [], {})).toBe(
      'awaitingOffice',
    );
    expect(stateOfAnswer({ ground: '5h', explanation: '我公司为其代运营' }, [], {})).toBe(
      'hardBar',
    );
  });

  test('a denied hit goes to the office with both texts', () => {
    const denied = { ground: null, explanation: '同名，并非本人' };
    expect(stateOfAnswer(denied, ['H4'], {})).toBe('awaitingOffice');
    expect(explanationProblem(denied, ['H4'])).toBeNull();
    expect(explanationProblem({ ground: null, explanation: null }, ['H4'])).toBe(
      'judging.declaration.explain',
    );
  });

  test('a relation needs its explanation, "none" does not', () => {
    expect(explanationProblem({ ground: '7', explanation: '有' }, [])).toBe(
      'judging.declaration.explain',
    );
    expect(explanationProblem({ ground: null, explanation: null }, [])).toBeNull();
    expect(explanationProblem({ ground: '7', explanation: '有往来' }, [])).toBe(
      'judging.declaration.explain',
    );
    expect(explanationProblem({ ground: '7', explanation: '有过往来' }, [])).toBeNull();
    expect(explanationProblem({ ground: '7', explanation: '长'.repeat(500) }, [])).toBeNull();
    expect(explanationProblem({ ground: '7', explanation: '长'.repeat(501) }, [])).toBe(
      'judging.declaration.explainLong',
    );
  });
});
