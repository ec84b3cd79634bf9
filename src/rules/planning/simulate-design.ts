import type { JudgingDesign } from './judging-design.js';
import type { Seed } from '../assignment/seeded-random.js';
import { checkDesign } from './check-design.js';
import { COMBINATIONS, type CombinationRule } from './combine-scores.js';
import { normalSampler } from './normal-sampler.js';
import { DEFAULT_ASSUMPTIONS, ranked, simulateRound } from './score-model.js';

/** A share between 0 and 1 and its standard error over the runs. */
export interface SimulatedShare {
  readonly value: number;
  readonly standardError: number;
}

export interface DesignOutcome {
  /** Share of the true winners who are found. */
  readonly recall: SimulatedShare;
  /** Chance that the favourite, who does not deserve it, is among the winners. */
  readonly favourite: SimulatedShare;
}

/**
 * How well a design finds the true winners under stated assumptions about judges. The same seed gives
 * every rule the same simulated scores, so rules can be compared run by run. Throws a `RuleError` for
 * a design that cannot be, e.g. more judges per application than judges.
 */
export function simulateDesign(design: JudgingDesign, seed: Seed): DesignOutcome {
  return simulateRules(design, [design.rule], seed)[0]!;
}

/** `simulateDesign` for several rules on one set of simulated scores; outcomes in their order. */
export function simulateRules(
  design: Omit<JudgingDesign, 'rule'>,
  rules: readonly CombinationRule[],
  seed: Seed,
): DesignOutcome[] {
  checkDesign(design);
  const { applications, winners, judges, runs } = design;
  const sampler = normalSampler(seed);
  const shape = {
    ...design,
    colluders: design.colluders ?? 0,
    favouriteRanks: design.favouriteRanks ?? defaultRanks(applications, winners),
  };
  const recalls = rules.map((): number[] => []);
  const favourites = rules.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    const round = simulateRound(shape, design.assumptions ?? DEFAULT_ASSUMPTIONS, sampler);
    const deserving = new Set(ranked(round.merits).slice(0, winners));
    for (const [index, rule] of rules.entries()) {
      const chosen = ranked(COMBINATIONS[rule](round.scores, judges)).slice(0, winners);
      recalls[index]!.push(chosen.filter((entry) => deserving.has(entry)).length / winners);
      favourites[index]!.push(chosen.includes(round.favourite) ? 1 : 0);
    }
  }
  return rules.map((_, index) => ({
    recall: share(recalls[index]!),
    favourite: share(favourites[index]!),
  }));
}

function defaultRanks(applications: number, winners: number): readonly [number, number] {
  const clip = (rank: number): number => Math.min(applications, rank);
  return [clip(Math.ceil(1.5 * winners)), clip(3 * winners)];
}

function share(values: readonly number[]): SimulatedShare {
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  const standardError =
    values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
  return { value, standardError };
}
