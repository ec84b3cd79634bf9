import { conflict } from '../refusal.js';
import { requireMove } from './require-move.js';
import { roundLifecycle } from './round-lifecycle.js';
import { scoreSheetLifecycle } from './score-sheet-lifecycle.js';

const met = (row: { readonly guards: readonly string[] }) =>
  Object.fromEntries(row.guards.map((guard) => [guard, true]));
const open = roundLifecycle.rows.find(({ rule }) => rule === 'R02')!;
const role = open.actors[0]!;

/** What is refused: sentence, variables and kind. */
function refused(act: () => unknown) {
  try {
    act();
  } catch (error) {
    const { code, variables, field, kind } = error as ReturnType<typeof conflict>;
    return { code, variables, field, kind };
  }
  throw new Error('nothing was refused');
}

describe('a move that an act needs', () => {
  it('is the row of the table when everything holds', () => {
    const move = requireMove(roundLifecycle, 'Planned', 'open', { role, guards: met(open) });
    expect([move.to, move.row.rule]).toEqual(['Open', 'R02']);
  });

  it('is a lost race where the state does not know the event', () => {
    expect(
      refused(() => requireMove(roundLifecycle, 'Locked', 'open', { role, guards: met(open) })),
    ).toEqual({
      code: 'lifecycle.refused.event',
      variables: { lifecycle: 'round', state: 'Locked', event: 'open' },
      field: null,
      kind: 'conflict',
    });
  });

  it('is refused to another role, with the row', () => {
    expect(
      refused(() =>
        requireMove(roundLifecycle, 'Planned', 'open', { role: 'Public', guards: met(open) }),
      ),
    ).toEqual({
      code: 'lifecycle.refused.role',
      variables: { rule: 'R02', role: 'Public' },
      field: null,
      kind: 'invalid',
    });
  });

  it('names the guard that is not met, in the words of the act where it has some', () => {
    const row = scoreSheetLifecycle.rows.find(({ guards }) => guards.length > 0)!;
    const [guard] = row.guards;
    const request = { role: row.actors[0]!, guards: { ...met(row), [guard!]: false } };
    const move = (words = {}) =>
      refused(() => requireMove(scoreSheetLifecycle, row.from[0]!, row.event, request, words));
    const plain = {
      code: 'lifecycle.refused.guard',
      variables: { rule: row.rule, guard },
      field: null,
      kind: 'invalid',
    };
    expect(move()).toEqual(plain);
    expect(move({ another: () => conflict('own.words') })).toEqual(plain);
    expect(move({ [guard!]: () => conflict('own.words') })).toMatchObject({
      code: 'own.words',
      kind: 'conflict',
    });
  });
});
