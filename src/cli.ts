import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, type CommandContext, UsageError } from './command.js';
import { commands } from './commands.js';
import { type Config, readConfig } from './config/config.js';
import { ConfigError } from './config/config-error.js';
import { startFault } from './database/start-fault.js';
import { RuleError } from './rules/rule-error.js';
import { type Language, type TextVariables, translate } from './text/catalogue.js';

process.env.TZ = 'UTC';
const lang: Language = /^en/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'en' : 'zh-CN';
const say = (text: string) => process.stderr.write(`${text}\n`);
const t = (key: string, variables?: TextVariables) => translate(lang, key, variables);

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

async function main(words: string[]): Promise<number> {
  const entry = commands.find((one) => one.name.split(' ').every((word, at) => words[at] === word));
  if (!entry) {
    say(await usage());
    return words.length === 0 || words[0] === '--help' ? 0 : 2;
  }
  const command = await entry.load();
  try {
    return await runCommand(command, words.slice(command.name.split(' ').length));
  } catch (error) {
    if (error instanceof ConfigError || error instanceof UsageError || error instanceof RuleError) {
      say(t(error.code, error.variables));
      return 2;
    }
    if (isParseArgsError(error)) {
      say(`${error.message}\nbiaogan ${command.name} ${command.usage}`);
      return 2;
    }
    throw error;
  }
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  let config: Config | undefined;
  let services: INestApplicationContext | undefined;
  const context: CommandContext = {
    get config() {
      config ??= readConfig(process.env);
      return config;
    },
    lang,
    t,
    services: async () => (services ??= await openServices(context)),
    print: (text) => process.stdout.write(`${text}\n`),
    say,
  };
  try {
    return await command.run(args, context);
  } catch (error) {
    throw (config && startFault(error, config)) ?? error;
  } finally {
    await services?.close();
  }
}

async function openServices(context: CommandContext): Promise<INestApplicationContext> {
  const { prepareDatabase, startAlone } = await import('./serve/prepare-database.js');
  const { NestFactory } = await import('@nestjs/core');
  const { AppModule } = await import('./app.module.js');
  await startAlone(context, () => prepareDatabase(context));
  return NestFactory.createApplicationContext(AppModule.with(context.config), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
}

async function usage(): Promise<string> {
  const all = await Promise.all(commands.map((entry) => entry.load()));
  const lines = all.map(
    (one) => `  biaogan ${`${one.name} ${one.usage}`.padEnd(44)} ${t(one.about)}`,
  );
  return [t('cli.title'), '', ...lines].join('\n');
}

function isParseArgsError(error: unknown): error is Error {
  return String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
