import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export interface ChildServer {
  readonly url: string;
  /** From the start of the process to its first answer. */
  readonly firstAnswerMs: number;
  /** Resident memory now, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/**
 * Starts a Node script as a server of its own process, with the memory settings of `npm start`, on a
 * free port, and waits for its answer.
 */
export async function startServer(
  script: string,
  parameters: (port: number) => readonly string[],
  env: Readonly<Record<string, string>> = {},
  path = '/',
): Promise<ChildServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', script, ...parameters(port)], {
    env: { ...process.env, MALLOC_ARENA_MAX: '1', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answer(`${url}${path}`, child);
  return {
    url,
    firstAnswerMs: performance.now() - began,
    memory: () => residentMegabytes(child.pid!),
    stop: () => stop(child),
  };
}

async function answer(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no answer from ${url}`);
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] =
    /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
