import { BeginDraw } from './begin-draw.js';
import { CandidatePool } from './candidate-pool.js';
import { CommitDraw } from './commit-draw.js';
import { DrawQueries } from './draw.queries.js';
import { ExcludeCandidate } from './exclude-candidate.js';
import { FreezeDraw } from './freeze-draw.js';
import { NextInLine } from './next-in-line.js';
import { DrawPages } from './pages/draw-pages.js';
import { DrawRecordController } from './pages/draw-record.controller.js';
import { DrawController } from './pages/draw.controller.js';
import { PublicDrawController } from './pages/public-draw.controller.js';
import { PublicDrawQueries } from './public-draw.queries.js';
import { Redraw } from './redraw.js';
import { ReserveRounds } from './reserve-rounds.js';
import { RevealDraw } from './reveal-draw.js';
import { SeatDrawn } from './seat-drawn.js';
import { SetDrawTerms } from './set-draw-terms.js';
import { SignDraw } from './sign-draw.js';
import { VoidDraw } from './void-draw.js';
import { WitnessDraw } from './witness-draw.js';

/** Everything of this subject that the module of the room makes. */
export const DRAW_PROVIDERS = [
  BeginDraw,
  CandidatePool,
  CommitDraw,
  DrawPages,
  DrawQueries,
  ExcludeCandidate,
  FreezeDraw,
  NextInLine,
  PublicDrawQueries,
  Redraw,
  ReserveRounds,
  RevealDraw,
  SeatDrawn,
  SetDrawTerms,
  SignDraw,
  VoidDraw,
  WitnessDraw,
];

export const DRAW_CONTROLLERS = [DrawController, DrawRecordController, PublicDrawController];
