import { AnswerQuestion } from './answer-question.js';
import { ChairQueries } from './chair.queries.js';
import { ClaimTooShort } from './claim-too-short.js';
import { ChairController } from './pages/chair.controller.js';
import { RecordMinute } from './record-minute.js';

/** Everything of this subject that the module of the room makes. */
export const CHAIR_PROVIDERS = [AnswerQuestion, ChairQueries, ClaimTooShort, RecordMinute];

export const CHAIR_CONTROLLERS = [ChairController];
