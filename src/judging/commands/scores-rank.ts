import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../../command.js';
import type { RankInterval } from '../../rules/ranking/rank-interval.js';
import { SCORE_RULES, type ScoreRule } from '../../rules/ranking/rule-scores.js';
import { rankingRobustness } from '../../rules/ranking/robustness.js';
import { blamingFile, onlyFile, readRatings, wholeOption } from './read-input.js';
import { textTable } from './text-table.js';

/** Printed with the result, so that anyone can repeat it; another one is an option away. */
const defaultSeed = 20130621;

export const scoresRank: Command = {
  name: 'scores rank',
  about: 'cli.rank.about',
  usage: `FILE.csv --rule ${SCORE_RULES.join('|')} [--drop N] [--quota N] [--seed N] [--json]`,
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        rule: { type: 'string' },
        drop: { type: 'string' },
        quota: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    const file = onlyFile(positionals);
    const rule = values.rule as ScoreRule;
    if (!SCORE_RULES.includes(rule)) {
      throw new UsageError('cli.oneOf', { name: '--rule', allowed: SCORE_RULES.join(', ') });
    }
    const options = {
      rule,
      quota: wholeOption('--quota', values.quota, null),
      seed: wholeOption('--seed', values.seed, defaultSeed),
      drop: wholeOption('--drop', values.drop, undefined),
    };
    const ratings = readRatings(file, context);
    const result = blamingFile(file, context, () => rankingRobustness(ratings, options));
    if (values.json) context.print(JSON.stringify(result));
    else {
      context.print(
        textTable([
          ['standing', 'entry', 'n', 'score', '≥90%', 'P', '≥90%*'],
          ...result.ranking.map((one) => [
            one.standing,
            one.id,
            one.n,
            one.score,
            span(one.interval),
            one.withinQuota,
            span(one.listSet),
          ]),
        ]),
      );
      context.say(context.t('cli.rank.intervals'));
    }
    context.say(context.t('cli.rank.seed', { seed: String(result.seed) }));
    const { summary } = result;
    if (summary) context.say(context.t(summary.code, summary.variables));
    if (result.unsureReason) context.say(context.t(result.unsureReason, result.unsureVariables));
    return 0;
  },
};

function span(ranks: RankInterval | null): string | null {
  return ranks && `${ranks.low}–${ranks.high}`;
}
