import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../rules/progress.js';
import { RuleError } from '../rules/rule-error.js';
import { calculations } from './calculations.js';
import type { ThreadInput, ThreadMessage } from './calculation-thread.js';

/** Between two reports of progress, in milliseconds: a report is dear beside one cheap step. */
const PAUSE = 100;

const { kind, input } = workerData as ThreadInput;
const calculate = calculations[kind as keyof typeof calculations] as (
  input: unknown,
  report: Progress,
) => unknown;
tell(outcome());

function outcome(): ThreadMessage {
  let next = 0;
  try {
    const result = calculate(JSON.parse(input), (done, total) => {
      const now = performance.now();
      if (now < next) return;
      next = now + PAUSE;
      tell({ progress: { done, total } });
    });
    return { result: JSON.stringify(result) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { refusal: { code: error.code, variables: error.variables } };
  }
}

function tell(message: ThreadMessage): void {
  parentPort!.postMessage(message, []);
}
