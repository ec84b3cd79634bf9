import { at } from './city.js';
import type { Dice } from './dice.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';
import type { Reading } from './verdicts.js';

/** Verified on the first days of the phase, read a second time before its end. */
export function readingOf(programme: DemoProgramme, cast: Cast, dice: Dice): Reading {
  const { from, to } = programme.phase('Verification');
  return {
    verifierId: cast.verifiers[0],
    verifiedAt: at(from, 24 * 60 * dice.whole(0, 3) + dice.whole(0, 420)),
    secondReaderId: cast.verifiers[1],
    secondReadAt: at(to, dice.whole(0, 420)),
  };
}
