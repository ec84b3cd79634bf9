import { resultsVerify } from './awards/commands/results-verify.js';
import type { Command } from './command.js';
import { journalVerify } from './journal/commands/journal-verify.js';
import { migrate } from './serve/migrate.command.js';
import { serve } from './serve/serve.command.js';

/** Every command of `npx biaogan`, in the order of its help. */
export const commands: readonly Command[] = [serve, migrate, journalVerify, resultsVerify];
