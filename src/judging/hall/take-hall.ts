import type { Database } from '../../database/database.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { programmeIn } from '../../rules/lifecycle/programme-groups.js';
import { roundIn } from '../../rules/lifecycle/round-groups.js';
import { missing, overtaken } from '../../rules/refusal.js';
import { lockRound } from '../rounds/lock-round.js';

/**
 * Holds a round in which merchants are heard, from the review of material until its lock.
 * @throws Refusal missing for any other round, `hall.order.notNow`
 */
export async function takeHall(database: Database, roundId: string): Promise<Round> {
  const round = await lockRound(database, roundId);
  if (round.kind !== 'defence') throw missing();
  const { state } = await database.repo(Programme).findOneByOrFail({ id: round.programmeId });
  const now = programmeIn.materialReview.has(state) || programmeIn.heard.has(state);
  if (!now || roundIn.locked.has(round.state)) {
    throw overtaken('hall.order.notNow', 'programme', state);
  }
  return round;
}
