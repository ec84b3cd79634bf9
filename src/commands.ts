import type { Command } from './command.js';
import { journalVerify } from './journal/commands/journal-verify.js';
import { judgesAssign } from './judging/commands/judges-assign.js';
import { judgesCheckDraw, judgesDraw } from './judging/commands/judges-draw.js';
import { scoresAgreement } from './judging/commands/scores-agreement.js';
import { scoresCalibrate } from './judging/commands/scores-calibrate.js';
import { scoresRank } from './judging/commands/scores-rank.js';
import { migrate } from './serve/migrate.command.js';
import { serve } from './serve/serve.command.js';

/** Every command of `npx biaogan`, in the order of its help. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  scoresCalibrate,
  scoresAgreement,
  scoresRank,
  judgesAssign,
  judgesDraw,
  judgesCheckDraw,
  journalVerify,
];
