import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { compiledProgram } from './compiled-program.js';

export interface ChildEnd {
  readonly status: number | null;
  /** What it said on stderr, without the last line break. */
  readonly words: string;
}

/** The command line in a process of its own, as an operator starts it. */
export class ChildProgram {
  words = '';
  readonly end: Promise<ChildEnd>;

  private constructor(private readonly child: ChildProcess) {
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.words += text));
    this.end = new Promise((resolve) =>
      child.on('close', (status) => resolve({ status, words: this.words.trimEnd() })),
    );
  }

  /**
   * @param prefix a program that starts the other one, such as `setpriv` with its options
   * @param typed what somebody types when it asks
   */
  static async start(
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
    prefix: readonly string[] = [],
    typed?: string,
  ): Promise<ChildProgram> {
    const words = [...prefix, process.execPath, await compiledProgram(), ...args];
    const { PATH = '' } = process.env;
    const child = spawn(words[0]!, words.slice(1), {
      cwd: tmpdir(),
      env: { PATH, NODE_ENV: 'development', LOG_LEVEL: 'error', PORT: '0', ...environment },
      stdio: [typed === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
    });
    child.stdin?.end(`${typed}\n`);
    return new ChildProgram(child);
  }

  /** Until it has said something with these words in it. */
  async says(part: string): Promise<void> {
    await Promise.race([this.end, this.heard(part)]);
    if (!this.words.includes(part)) throw new Error(`It ended without “${part}”: ${this.words}`);
  }

  private heard(part: string): Promise<void> {
    return new Promise((resolve) => {
      const listen = () => this.words.includes(part) && resolve();
      this.child.stderr!.on('data', listen);
      listen();
    });
  }

  send(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** As a service manager would. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<ChildEnd> {
    this.send(signal);
    return this.end;
  }
}
