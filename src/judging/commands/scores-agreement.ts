import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import { agreementReport } from '../../rules/agreement/agreement-report.js';
import {
  MEASUREMENT_LEVELS,
  type MeasurementLevel,
} from '../../rules/agreement/krippendorff-alpha.js';
import { blamingFile, onlyFile, readRatings } from './read-input.js';
import { textTable } from './text-table.js';

export const scoresAgreement: Command = {
  name: 'scores agreement',
  about: 'cli.agreement.about',
  usage: `FILE.csv --level ${MEASUREMENT_LEVELS.join('|')} [--json]`,
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, level: { type: 'string' } },
    });
    const file = onlyFile(positionals);
    const level = values.level as MeasurementLevel;
    if (!MEASUREMENT_LEVELS.includes(level)) {
      throw new UsageError('cli.oneOf', {
        name: '--level',
        allowed: MEASUREMENT_LEVELS.join(', '),
      });
    }
    const ratings = readRatings(file, context);
    const report = blamingFile(file, context, () => agreementReport(ratings, level));
    if (values.json) context.print(JSON.stringify(report));
    else {
      context.print(
        textTable([
          ['Krippendorff alpha', report.krippendorffAlpha],
          ...Object.entries(report.icc).map(([form, value]) => [form, value]),
          ['Kendall W', report.kendallW],
        ]),
      );
    }
    for (const reason of new Set(Object.values(report.reasons))) context.say(context.t(reason));
    return 0;
  },
};
