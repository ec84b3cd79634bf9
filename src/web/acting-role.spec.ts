import { describe, expect, test } from '@jest/globals';
import type { Role } from '../rules/lifecycle/roles.js';
import { actingRole, requireSecondPerson } from './acting-role.js';
import type { Actor } from './actor.js';

/** Duties as `Role` for every programme or `Role@programme` for one. */
function actor(...duties: readonly string[]): Actor {
  return {
    accountId: 'a',
    name: '某某',
    kind: 'office',
    mustChangePassword: false,
    duties: duties.map((duty) => {
      const [role, programmeId = null] = duty.split('@');
      return { role: role as Role, divisionCode: null, merchantId: null, programmeId };
    }),
  };
}
const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the role somebody acts in', () => {
  test.each([
    ['is one that is held', ['Tabulator'], ['Tabulator'], 'p', 'Tabulator'],
    [
      'is the first that the act names',
      ['Approver', 'Publisher'],
      ['Publisher', 'Approver'],
      'p',
      'Publisher',
    ],
    ['counts in the programme it was given for', ['Tabulator@p'], ['Tabulator'], 'p', 'Tabulator'],
    ['does not count in another', ['Tabulator@q'], ['Tabulator'], 'p', 'errors.notFound'],
    ['is not there without a duty', ['Screener'], ['Tabulator'], 'p', 'errors.notFound'],
    [
      'stands beside no duty that forbids it',
      ['Tabulator', 'Publisher'],
      ['Publisher'],
      'p',
      'forbiddenPair.tabulatorPublisher',
    ],
    [
      'may stand beside one of another programme',
      ['Tabulator@q', 'Publisher'],
      ['Publisher'],
      'p',
      'Publisher',
    ],
    [
      'is not weighed before the programme is known',
      ['Tabulator@q', 'Publisher'],
      ['Publisher'],
      undefined,
      'Publisher',
    ],
  ])('%s', (_, duties, roles, programme, found) => {
    expect(code(() => actingRole(actor(...duties), roles, programme))).toBe(found);
  });
});

test('the second person of an act is another one', () => {
  const ask = (first: string | null) =>
    code(() => requireSecondPerson({ accountId: 'a' }, first, 'x'));
  expect([ask('a'), ask('b'), ask(null)]).toEqual([
    'forbiddenPair.firstSecondPerson',
    undefined,
    undefined,
  ]);
});
