import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Refusal, missing, overtaken } from '../../rules/refusal.js';
import { holdPanel } from '../panel/lock-panel.js';
import { Draw } from './draw.entity.js';
import type { DrawState } from '../../rules/lifecycle/draw-states.js';
import { drawIn } from '../../rules/lifecycle/draw-states.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import type { StateGroup } from '../../rules/lifecycle/state-group.js';

export type DrawStep = 'prepare' | 'freeze' | 'commit' | 'witness' | 'reveal' | 'sign' | 'void';

/** The order of a draw: each step is taken from these states and from no other. */
const TURN: Readonly<Record<DrawStep, StateGroup<DrawState>>> = {
  prepare: drawIn.preparing,
  freeze: drawIn.preparing,
  commit: drawIn.frozen,
  witness: drawIn.committed,
  reveal: drawIn.witnessed,
  sign: drawIn.drawn,
  void: drawIn.mayVoid,
};

/**
 * Holds a draw's panel and row until the transaction ends and refuses a step out of turn.
 * @throws Refusal `judging.draw.outOfTurn`, `judging.draw.notDrawing`
 */
export async function takeDraw(database: Database, drawId: string, step: DrawStep): Promise<Draw> {
  const where = { id: drawId };
  const known = await database.repo(Draw).findOne({ where, select: { categoryId: true } });
  if (!known) throw missing();
  await holdPanel(database, known.categoryId);
  const draw = await database.lock(Draw, drawId);
  const { state, programmeId, previousId } = draw;
  if (!TURN[step].has(state))
    throw new Refusal('judging.draw.outOfTurn', { step, state }, null, 'conflict');
  if (step === 'sign') return draw;
  // A drawn panel is voided before its judges declare; a redraw under way, whenever it is made.
  const again = previousId !== null && !(step === 'void' && drawIn.drawn.has(state));
  await refuseOtherPhase(database, programmeId, again);
  return draw;
}

export async function refuseOtherPhase(
  database: Database,
  programmeId: string,
  again: boolean,
): Promise<void> {
  const { state } = await database.repo(Programme).findOneByOrFail({ id: programmeId });
  // A panel is first drawn in P07; vacated seats may be drawn again as long as it scores.
  if (!(again ? programmeIn.mayDrawAgain : programmeIn.drawing).has(state)) {
    throw overtaken('judging.draw.notDrawing', 'programme', state, { again: again ? 'yes' : 'no' });
  }
}
