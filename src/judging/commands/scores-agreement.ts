import { parseArgs } from 'node:util';
import { type Command, type CommandContext, UsageError } from '../../command.js';
import { type AgreementReport, agreementReport } from '../../rules/agreement/agreement-report.js';
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
    else printReport(report, context);
    if (report.estimator === 'varianceComponents')
      context.say(context.t('agreement.estimator.varianceComponents'));
    for (const reason of new Set(Object.values(report.reasons))) context.say(context.t(reason));
    return 0;
  },
};

function printReport(report: AgreementReport, { t, print }: CommandContext): void {
  const { icc, iccIntervals, kendallTest, kappa } = report;
  const forms = Object.keys(icc) as (keyof typeof icc)[];
  print(
    textTable([
      [t('cli.agreement.coefficient'), t('cli.agreement.value'), t('cli.agreement.interval')],
      ['Krippendorff alpha', report.krippendorffAlpha, ''],
      ...forms.map((form) => {
        const limits = iccIntervals[form];
        return [
          form,
          icc[form],
          limits ? `${limits.lower.toFixed(6)} … ${limits.upper.toFixed(6)}` : '',
        ];
      }),
      ['Kendall W', report.kendallW, ''],
    ]),
  );
  if (kendallTest) {
    const { chiSquare, freedom, pValue } = kendallTest;
    print(
      t('cli.agreement.test', {
        chiSquare: chiSquare.toFixed(6),
        freedom: String(freedom),
        p: pValue.toPrecision(6),
      }),
    );
  }
  if (kappa) {
    print(t('cli.agreement.kappa', { weights: t(`cli.agreement.kappa.${kappa.weights}`) }));
    print(
      textTable([
        ['judge', 'judge', 'n', 'kappa'],
        ...kappa.pairs.map((pair) => [...pair.judges, pair.n, pair.kappa]),
        [t('cli.agreement.kappa.mean'), '', '', kappa.mean],
      ]),
    );
  }
}
