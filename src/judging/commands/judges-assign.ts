import { parseArgs } from 'node:util';
import type { Command } from '../../command.js';
import { assignJudges } from '../../rules/assignment/assign-judges.js';
import { parseAssignmentProblem } from '../../rules/assignment/parse-problem.js';
import { blamingFile, onlyFile, readJson } from './read-input.js';
import { textTable } from './text-table.js';

export const judgesAssign: Command = {
  name: 'judges assign',
  about: 'cli.assign.about',
  usage: 'PROBLEM.json [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const file = onlyFile(positionals);
    const json = readJson(file);
    const plan = blamingFile(file, context, () => assignJudges(parseAssignmentProblem(json)));
    if ('infeasible' in plan) {
      if (values.json) context.print(JSON.stringify(plan));
      context.say(context.t('cli.assign.infeasible', { file, missing: plan.missing }));
      for (const shortage of plan.infeasible) {
        context.say(context.t(shortage.code, shortage.variables));
      }
      return 2;
    }
    if (values.json) context.print(JSON.stringify(plan));
    else {
      context.print(
        textTable([
          ['entry', 'judge'],
          ...plan.assignments.map(({ entry, judge }) => [entry, judge]),
        ]),
      );
    }
    context.say(context.t('cli.assign.done', { objective: plan.objective, bound: plan.bound }));
    if (!plan.connected) context.say(context.t('cli.assign.unconnected'));
    return 0;
  },
};
