import { RuleError } from '../rule-error.js';
import type { JudgingDesign } from './judging-design.js';

type Limits = readonly [name: string, value: number, least: number, most: number];

/** Refuses a design that cannot be carried out; the number at fault is named with its range. */
export function checkDesign(design: Omit<JudgingDesign, 'rule'>): void {
  const { applications, winners, judges, perApplication, runs } = design;
  const [first, last] = design.favouriteRanks ?? [1, applications];
  checkWhole([
    ['applications', applications, 1, 100_000],
    ['winners', winners, 1, applications],
    ['judges', judges, 1, 10_000],
    ['perApplication', perApplication, 1, judges],
    ['runs', runs, 1, 1_000_000],
    ['colluders', design.colluders ?? 0, 0, judges],
    ['favouriteRanks', first, 1, applications],
    ['favouriteRanks', last, first, applications],
  ]);
}

export function checkWhole(limits: readonly Limits[]): void {
  for (const [name, value, least, most] of limits) {
    if (!Number.isSafeInteger(value) || value < least || value > most) {
      throw new RuleError('planning.numberInvalid', { name, value: String(value), least, most });
    }
  }
}
