import type { StepCounts } from '../../rules/applications/step-progress.js';
import { claimableIndicators } from '../../rules/scoring/needed-figures.js';
import type { ApplicationFile } from './application-file.js';
import { type StepName, stepSections } from './step-fields.js';
import type { StepOfForm } from './submission-problem.js';
import { draftProblems } from './submission-problems.js';

export type CountedStep = Exclude<StepOfForm, 'declarations'>;

/** The counts of a step: what is typed here, not what the register gives; a list of rows is one thing. */
export function stepCounts(file: ApplicationFile, step: CountedStep): StepCounts {
  const missing = draftProblems(file).filter((problem) => problem.step === step).length;
  return { ...filledOf(file, step), missing };
}

function filledOf(file: ApplicationFile, step: CountedStep): Omit<StepCounts, 'missing'> {
  if (step === 'register') {
    const year = file.programme.dataYear;
    const parts = [
      file.register.shops.length > 0,
      file.register.returns.some((row) => row.year === year),
    ];
    // The merchant itself is there, else there would be no application.
    return { filled: 1 + parts.filter(Boolean).length, total: 1 + parts.length };
  }
  if (step === 'evidence') {
    const codes = claimableIndicators(file.category).map(({ code }) => code);
    const proved = codes.filter((code) =>
      file.evidence.some(({ indicator }) => indicator === code),
    );
    return { filled: proved.length, total: codes.length };
  }
  return filledInForm(file, step);
}

function filledInForm(file: ApplicationFile, step: StepName): Omit<StepCounts, 'missing'> {
  const sections = stepSections(file, step);
  const items = sections.flatMap((section) =>
    section.items.filter(({ fromRegister, key }) => !fromRegister && key !== 'penaltyText'),
  );
  const lists = sections.flatMap(({ rows }) => rows);
  return {
    filled:
      items.filter(({ stored }) => stored !== null && stored !== '').length +
      lists.filter(({ stored }) => stored.length > 0).length,
    total: items.length + lists.length,
  };
}
