import { HoldOpenSheet } from './hold-open-sheet.js';
import { PinEvidence } from './pin-evidence.js';
import { PinQueries } from './pin.queries.js';
import { UnpinEvidence } from './unpin-evidence.js';

/** Everything of this subject that the module of the room makes. */
export const PIN_PROVIDERS = [HoldOpenSheet, PinEvidence, PinQueries, UnpinEvidence];
