import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface StopLimits {
  /** Milliseconds in which running requests may finish before their connections are cut. */
  readonly drain: number;
  /** Milliseconds after the cut in which workers, timers and the database are closed. */
  readonly close: number;
}

/**
 * Ends a server: nobody new is accepted, running requests are answered, connections that are only
 * kept open are closed, and what takes longer than the limit is cut.
 */
export async function stopServing(
  app: NestFastifyApplication,
  { drain, close }: StopLimits = { drain: 10_000, close: 3_000 },
): Promise<void> {
  const server: Server = app.getHttpServer();
  // A connection kept open after its last answer would hold the server up until its own limit.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), drain);
  try {
    await Promise.race([app.close(), pause(drain + close, undefined, { ref: false })]);
  } finally {
    clearInterval(idle);
    clearTimeout(cut);
  }
}
