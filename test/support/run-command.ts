import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, type CommandContext, UsageError } from '../../src/command.js';
import { RuleError } from '../../src/rules/rule-error.js';
import { translate } from '../../src/text/catalogue.js';
import type { TestApp } from './test-app.js';

export interface CommandResult {
  readonly status: number;
  readonly output: string;
  readonly words: string;
}

/** Runs a command that needs no services, as the command line would, in Chinese. */
export function runCommand(command: Command, ...args: string[]): Promise<CommandResult> {
  return run(command, args, () => Promise.reject(new Error('this command needs no services')));
}

/** Runs a command on the services of a started application. */
export function runCommandOn(
  { app }: TestApp,
  command: Command,
  ...args: string[]
): Promise<CommandResult> {
  return run(command, args, () => Promise.resolve(app));
}

async function run(
  command: Command,
  args: readonly string[],
  services: CommandContext['services'],
): Promise<CommandResult> {
  const output: string[] = [];
  const words: string[] = [];
  const context: CommandContext = {
    get config(): never {
      throw new Error('this command needs no configuration');
    },
    lang: 'zh-CN',
    t: (key, variables) => translate('zh-CN', key, variables),
    services,
    print: (text) => output.push(text),
    say: (text) => words.push(text),
  };
  let status: number;
  try {
    status = await command.run(args, context);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof RuleError)) throw error;
    words.push(context.t(error.code, error.variables));
    status = 2;
  }
  return { status, output: output.join('\n'), words: words.join('\n') };
}

/** A file with this content in a folder of its own. */
export function temporaryFile(name: string, content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'file-')), name);
  writeFileSync(file, content);
  return file;
}
