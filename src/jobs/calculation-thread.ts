import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../config/project-root.js';
import type { RuleErrorVariables } from '../rules/rule-error.js';

export interface ThreadInput {
  readonly kind: string;
  /** JSON. */
  readonly input: string;
}

interface ThreadRefusal {
  readonly code: string;
  readonly variables: RuleErrorVariables;
}

/** What the thread says: any number of reports, then its result as JSON or the rule's refusal. */
export type ThreadMessage =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly result: string }
  | { readonly refusal: ThreadRefusal };

type ThreadOutcome = Exclude<ThreadMessage, { readonly progress: unknown }>;

/** Built by `bin/bundle.mjs`, for the shipped program and for the tests alike. */
const program = join(projectRoot, 'dist', 'bundle', 'calculation-worker.js');

/** Megabytes; a calculation that wants more fails alone and leaves the server as it is. */
const MEMORY = 1024;

/** One calculation in a thread that begins with it and ends with it: an idle server has none. */
export class CalculationThread {
  readonly outcome: Promise<ThreadOutcome>;
  progress = { done: 0, total: 0 };
  private readonly worker: Worker;

  constructor(task: ThreadInput) {
    this.worker = new Worker(program, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    this.outcome = new Promise((resolve, reject) => {
      this.worker.on('message', (message: ThreadMessage) => {
        if ('progress' in message) this.progress = message.progress;
        else resolve(message);
      });
      this.worker.on('error', reject);
      this.worker.on('exit', (code) => {
        reject(new Error(`The calculation's thread ended with ${code}`));
      });
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
