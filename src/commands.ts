import type { Command } from './command.js';

export interface CommandEntry {
  readonly name: string;
  /** Loaded when it is asked for, so that a server holds no statistics and a calculation no server. */
  load(): Promise<Command>;
}

/** Every command of `npx biaogan`, in the order of its help. */
export const commands: readonly CommandEntry[] = [
  { name: 'serve', load: async () => (await import('./serve/serve.command.js')).serve },
  { name: 'migrate', load: async () => (await import('./serve/migrate.command.js')).migrate },
  { name: 'seed', load: async () => (await import('./serve/seed.command.js')).seed },
  {
    name: 'accounts first',
    load: async () => (await import('./accounts/commands/accounts-first.js')).accountsFirst,
  },
  {
    name: 'merchants import',
    load: async () => (await import('./merchants/commands/merchants-import.js')).merchantsImport,
  },
  {
    name: 'merchants export',
    load: async () => (await import('./merchants/commands/merchants-export.js')).merchantsExport,
  },
  {
    name: 'returns import',
    load: async () => (await import('./merchants/commands/returns-import.js')).returnsImport,
  },
  {
    name: 'scores calibrate',
    load: async () => (await import('./judging/commands/scores-calibrate.js')).scoresCalibrate,
  },
  {
    name: 'scores agreement',
    load: async () => (await import('./judging/commands/scores-agreement.js')).scoresAgreement,
  },
  {
    name: 'scores rank',
    load: async () => (await import('./judging/commands/scores-rank.js')).scoresRank,
  },
  {
    name: 'judges assign',
    load: async () => (await import('./judging/commands/judges-assign.js')).judgesAssign,
  },
  {
    name: 'judges draw',
    load: async () => (await import('./judging/commands/judges-draw.js')).judgesDraw,
  },
  {
    name: 'judges check-draw',
    load: async () => (await import('./judging/commands/judges-draw.js')).judgesCheckDraw,
  },
  {
    name: 'judges check-order',
    load: async () => (await import('./judging/commands/judges-check-order.js')).judgesCheckOrder,
  },
  {
    name: 'hall open',
    load: async () => (await import('./serve/hall-open.command.js')).hallOpen,
  },
  {
    name: 'journal verify',
    load: async () => (await import('./journal/commands/journal-verify.js')).journalVerify,
  },
  {
    name: 'log verify',
    load: async () => (await import('./prooflog/commands/log-verify.js')).logVerify,
  },
  {
    name: 'log prove',
    load: async () => (await import('./prooflog/commands/log-prove.js')).logProve,
  },
  {
    name: 'log consistency',
    load: async () => (await import('./prooflog/commands/log-consistency.js')).logConsistency,
  },
  {
    name: 'log trust',
    load: async () => (await import('./prooflog/commands/log-trust.js')).logTrust,
  },
  {
    name: 'witness',
    load: async () => (await import('./prooflog/commands/witness.js')).witness,
  },
  {
    name: 'results verify',
    load: async () => (await import('./awards/commands/results-verify.js')).resultsVerify,
  },
];
