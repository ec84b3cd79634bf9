import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { Refusal } from '../../rules/refusal.js';
import { Draw, type DrawState } from './draw.entity.js';

export type DrawStep = 'prepare' | 'freeze' | 'commit' | 'witness' | 'reveal' | 'sign' | 'void';

/** The order of a draw: each step is taken from these states and from no other. */
const TURN: Readonly<Record<DrawStep, readonly DrawState[]>> = {
  prepare: ['Preparing'],
  freeze: ['Preparing'],
  commit: ['Frozen'],
  witness: ['Committed'],
  reveal: ['Witnessed'],
  sign: ['Drawn'],
  void: ['Frozen', 'Committed', 'Witnessed', 'Drawn'],
};

/** A panel is first drawn in P07; vacated seats may be drawn again as long as it scores. */
const FIRST: readonly ProgrammeState[] = ['Drawing'];
const AGAIN: readonly ProgrammeState[] = [
  'Drawing',
  'RecusalDeclaration',
  'MaterialReview',
  'SpreadReview',
  'Defence',
];

/**
 * Holds a draw's row until the transaction ends and refuses a step out of turn.
 * @throws Refusal `judging.draw.outOfTurn`, `judging.draw.notDrawing`
 */
export async function takeDraw(database: Database, drawId: string, step: DrawStep): Promise<Draw> {
  const draw = await database.lock(Draw, drawId);
  const { state, programmeId, previousId } = draw;
  if (!TURN[step].includes(state)) throw new Refusal('judging.draw.outOfTurn', { step, state });
  if (step === 'sign') return draw;
  // A drawn panel is voided before its judges declare; a redraw under way, whenever it is made.
  const again = previousId !== null && !(step === 'void' && state === 'Drawn');
  await refuseOtherPhase(database, programmeId, again);
  return draw;
}

export async function refuseOtherPhase(
  database: Database,
  programmeId: string,
  again: boolean,
): Promise<void> {
  const { state } = await database.repo(Programme).findOneByOrFail({ id: programmeId });
  if (!(again ? AGAIN : FIRST).includes(state as ProgrammeState)) {
    throw new Refusal('judging.draw.notDrawing', { again: again ? 'yes' : 'no' });
  }
}
