import { BoardFeed } from './board-feed.js';
import { BoardQueries } from './board.queries.js';
import { CommitOrder } from './commit-order.js';
import { DecideLateTimes } from './decide-late-times.js';
import { DrawOrder } from './draw-order.js';
import { EnterLateTimes } from './enter-late-times.js';
import { HallQueries } from './hall.queries.js';
import { HallFactsQueries } from './laptop/hall-facts.queries.js';
import { HallFileQueries } from './laptop/hall-file.queries.js';
import { MakeHallFile } from './laptop/make-hall-file.js';
import { HallLaptopController } from './laptop/pages/hall-laptop.controller.js';
import { PlanTakeOver } from './laptop/plan-take-over.js';
import { TakeOverHall } from './laptop/take-over-hall.js';
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
  HallFactsQueries,
  HallFileQueries,
  HallQueries,
  MakeHallFile,
  PlanTakeOver,
  RecordAttendance,
  RevealQueries,
  RevealScores,
  TakeOverHall,
  WitnessOrder,
  WorkClock,
];

export const HALL_CONTROLLERS = [BoardController, HallController, HallLaptopController];
