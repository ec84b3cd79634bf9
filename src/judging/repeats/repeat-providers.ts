import { DropRepeats } from './drop-repeats.js';
import { IssueRepeats } from './issue-repeats.js';
import { RepeatDriftQueries } from './repeat-drift.queries.js';

/** Everything of this subject that the module of the room makes. */
export const REPEAT_PROVIDERS = [DropRepeats, IssueRepeats, RepeatDriftQueries];
