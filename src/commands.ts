import { accountsFirst } from './accounts/commands/accounts-first.js';
import { resultsVerify } from './awards/commands/results-verify.js';
import type { Command } from './command.js';
import { journalVerify } from './journal/commands/journal-verify.js';
import { judgesAssign } from './judging/commands/judges-assign.js';
import { judgesCheckDraw, judgesDraw } from './judging/commands/judges-draw.js';
import { scoresAgreement } from './judging/commands/scores-agreement.js';
import { scoresCalibrate } from './judging/commands/scores-calibrate.js';
import { scoresRank } from './judging/commands/scores-rank.js';
import { merchantsExport } from './merchants/commands/merchants-export.js';
import { merchantsImport } from './merchants/commands/merchants-import.js';
import { migrate } from './serve/migrate.command.js';
import { seed } from './serve/seed.command.js';
import { serve } from './serve/serve.command.js';

/** Every command of `npx biaogan`, in the order of its help. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  seed,
  accountsFirst,
  merchantsImport,
  merchantsExport,
  scoresCalibrate,
  scoresAgreement,
  scoresRank,
  judgesAssign,
  judgesDraw,
  judgesCheckDraw,
  journalVerify,
  resultsVerify,
];
