import type { Command } from './command.js';
import { journalVerify } from './journal/commands/journal-verify.js';
import { merchantsExport } from './merchants/commands/merchants-export.js';
import { merchantsImport } from './merchants/commands/merchants-import.js';
import { migrate } from './serve/migrate.command.js';
import { serve } from './serve/serve.command.js';

/** Every command of `npx biaogan`, in the order of its help. */
export const commands: readonly Command[] = [
  serve,
  migrate,
  journalVerify,
  merchantsImport,
  merchantsExport,
];
