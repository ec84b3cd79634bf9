import { describe, expect, it } from '@jest/globals';
import { applicationLifecycle } from '../../src/rules/lifecycle/application-lifecycle.js';
import { START } from '../../src/rules/lifecycle/lifecycle.js';
import { noticeLifecycle } from '../../src/rules/lifecycle/notice-lifecycle.js';
import { requireMove } from '../../src/rules/lifecycle/require-move.js';
import { scoreSheetLifecycle } from '../../src/rules/lifecycle/score-sheet-lifecycle.js';
import type { Refused } from '../support/refusals.js';

const lacks = ({
  rule,
  guard,
}: {
  rule: string;
  guard: string;
}): Pick<Refused, 'code' | 'variables'> => ({
  code: 'lifecycle.refused.guard',
  variables: { rule, guard },
});

/**
 * What no use case can lack, because an earlier refusal or the making of the thing itself sees to it.
 * The tables ask all the same, and say no.
 */
describe('a condition that holds by construction', () => {
  it('a sheet is issued to who has declared; a round opens only then', () => {
    const guards = { conflictDeclared: false, roundNotLocked: true };
    const issue = () =>
      requireMove(scoreSheetLifecycle, START, 'issue', { role: 'System', guards });
    expect(issue).toThrow(
      expect.objectContaining(lacks({ rule: 'S01', guard: 'conflictDeclared' })),
    );
  });

  it('a notice has content, made from the list and the catalogue', () => {
    const guards = { requiredContentComplete: false, printedDaysMatch: true };
    const draft = () => requireMove(noticeLifecycle, START, 'draft', { role: 'Publisher', guards });
    expect(draft).toThrow(
      expect.objectContaining(lacks({ rule: 'N01', guard: 'requiredContentComplete' })),
    );
  });

  it('a conflict voids sheets; one that touches none is refused before', () => {
    const guards = { conflictEstablished: true, sheetsVoided: false };
    const act = { role: 'Approver', guards } as const;
    const replace = () => requireMove(applicationLifecycle, 'InReview', 'replaceSheet', act);
    expect(replace).toThrow(expect.objectContaining(lacks({ rule: 'A14', guard: 'sheetsVoided' })));
  });
});
