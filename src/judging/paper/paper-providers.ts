import { EnterPaperScores } from './enter-paper-scores.js';
import { HoldPaper } from './hold-paper.js';
import { IssuePaper } from './issue-paper.js';
import { KeyPaperSheet } from './key-paper-sheet.js';
import { OpenDifferences } from './open-differences.js';
import { PaperController } from './pages/paper.controller.js';
import { PaperSheetController } from './pages/paper-sheet.controller.js';
import { PaperQueries } from './paper.queries.js';
import { SettleKeyings } from './settle-keyings.js';
import { WithdrawPaper } from './withdraw-paper.js';

/** Everything of this subject that the module of the room makes. */
export const PAPER_PROVIDERS = [
  EnterPaperScores,
  HoldPaper,
  IssuePaper,
  KeyPaperSheet,
  OpenDifferences,
  PaperQueries,
  SettleKeyings,
  WithdrawPaper,
];

export const PAPER_CONTROLLERS = [PaperController, PaperSheetController];
