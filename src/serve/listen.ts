import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError } from '../config/config-error.js';
import type { Config } from '../config/config.js';

const notListening: Readonly<Record<string, string>> = {
  EADDRINUSE: 'cli.serve.portBusy',
  EACCES: 'cli.serve.portDenied',
  EADDRNOTAVAIL: 'cli.serve.noSuchHost',
  ENOTFOUND: 'cli.serve.noSuchHost',
};

/**
 * Opens the door; where it does not open, the application is closed again.
 * @throws ConfigError that names the port or the host
 */
export async function listen(
  app: NestFastifyApplication,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    const sentence = notListening[(error as { code?: string }).code ?? ''];
    if (!sentence) throw error;
    throw new ConfigError(sentence, { port: String(port), host });
  }
}

/** Until somebody asks the program to end. Called before the word is out that it runs. */
export function askedToEnd(): Promise<void> {
  return new Promise<void>((resolve) => {
    // A signal often comes twice, to the group and passed on; the second changes nothing.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve());
  });
}
