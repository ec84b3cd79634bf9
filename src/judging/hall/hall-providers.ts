import { BoardFeed } from './board-feed.js';
import { BoardQueries } from './board.queries.js';
import { CommitOrder } from './commit-order.js';
import { DecideLateTimes } from './decide-late-times.js';
import { DrawOrder } from './draw-order.js';
import { EnterLateTimes } from './enter-late-times.js';
import { HallQueries } from './hall.queries.js';
import { BoardController } from './pages/board.controller.js';
import { HallController } from './pages/hall.controller.js';
import { RecordAttendance } from './record-attendance.js';
import { RevealQueries } from './reveal.queries.js';
import { RevealScores } from './reveal-scores.js';
import { WitnessOrder } from './witness-order.js';
import { WorkClock } from './work-clock.js';

/** Everything of this subject that the module of the room makes. */
export const HALL_PROVIDERS = [
  BoardFeed,
  BoardQueries,
  CommitOrder,
  DecideLateTimes,
  DrawOrder,
  EnterLateTimes,
  HallQueries,
  RecordAttendance,
  RevealQueries,
  RevealScores,
  WitnessOrder,
  WorkClock,
];

export const HALL_CONTROLLERS = [BoardController, HallController];
