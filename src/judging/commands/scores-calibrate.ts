import { parseArgs } from 'node:util';
import type { Command } from '../../command.js';
import { calibrateScores } from '../../rules/calibration/calibrate-scores.js';
import { calibrationFindings } from '../../rules/calibration/calibration-findings.js';
import { blamingFile, onlyFile, readRatings } from './read-input.js';
import { textTable } from './text-table.js';

export const scoresCalibrate: Command = {
  name: 'scores calibrate',
  about: 'cli.calibrate.about',
  usage: 'FILE.csv [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    const file = onlyFile(positionals);
    const ratings = readRatings(file, context);
    const result = blamingFile(file, context, () => calibrateScores(ratings));
    if (values.json) context.print(JSON.stringify(result));
    else {
      const { t } = context;
      const { entry, judge, residual } = result.variance;
      context.print(
        textTable([
          [t('cli.calibrate.mean'), result.mu],
          [t('cli.calibrate.entryVariance'), entry],
          [t('cli.calibrate.judgeVariance'), judge],
          [t('cli.calibrate.residualVariance'), residual],
          [t('cli.calibrate.logLikelihood'), result.logLikelihood],
        ]),
      );
      context.print(
        textTable([
          ['entry', 'n', 'mean', 'adjusted', 'se'],
          ...result.entries.map((one) => [one.id, one.n, one.mean, one.adjusted, one.se]),
        ]),
      );
      context.print(
        textTable([
          ['judge', 'n', 'severity', 'se'],
          ...result.judges.map((one) => [one.id, one.n, one.severity, one.se]),
        ]),
      );
    }
    for (const { code, variables } of calibrationFindings(ratings, result)) {
      context.say(context.t(code, variables));
    }
    return 0;
  },
};
