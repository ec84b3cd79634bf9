import type { SubmissionProblem } from './submission-problem.js';
import { type ApplicationFile, NO_SAMPLING_FAILURE, claimsOf } from './application-file.js';
import { declarationProblems, type GivenDeclarations } from './declarations.js';
import { type StepName, stepSections, steps } from './step-fields.js';

/** Everything missing or contradictory, in the order of the form. */
export function submissionProblems(
  file: ApplicationFile,
  declarations: GivenDeclarations,
): readonly SubmissionProblem[] {
  return [...draftProblems(file), ...declarationProblems(file, declarations)];
}

/** The same without the declarations, which are given with the submission itself. */
export function draftProblems(file: ApplicationFile): readonly SubmissionProblem[] {
  return [...registerProblems(file), ...steps.flatMap((step) => stepProblems(file, step))];
}

function registerProblems(file: ApplicationFile): SubmissionProblem[] {
  const { shops, returns } = file.register;
  const problem = (code: string): SubmissionProblem => ({
    step: 'register',
    field: null,
    code,
    label: null,
  });
  return [
    ...(shops.length === 0 ? [problem('applications.problem.noShop')] : []),
    ...(returns.some(({ year }) => year === file.programme.dataYear)
      ? []
      : [problem('applications.problem.noReturn')]),
  ];
}

function stepProblems(file: ApplicationFile, step: StepName): SubmissionProblem[] {
  const claims = claimsOf(file);
  const hasFailure = (file.application.answers.rows.samplingFailures ?? []).length > 0;
  return stepSections(file, step).flatMap((section): SubmissionProblem[] => {
    const items = section.items
      .filter(({ required, stored }) => required && stored === null)
      .filter(({ key }) => !standsIn(file, claims, key))
      .map((item) => ({
        step: item.fromRegister ? ('register' as const) : step,
        field: item.fromRegister ? null : item.field.name,
        code: item.fromRegister
          ? 'applications.problem.registerMissing'
          : 'applications.problem.missing',
        label: item.field.label,
      }));
    const lines = section.rows.flatMap(({ lines: all, stored }) =>
      all
        .slice(0, stored.length)
        .flat()
        .filter(({ required, stored: value }) => required && value === null)
        .map(({ field }) => ({
          step,
          field: field.name,
          code: 'applications.problem.missing',
          label: field.label,
        })),
    );
    const contradiction =
      hasFailure &&
      section.items.some(({ key, stored }) => key === NO_SAMPLING_FAILURE && stored === '1')
        ? [
            {
              step,
              field: NO_SAMPLING_FAILURE,
              code: 'applications.problem.samplingContradiction',
              label: null,
            },
          ]
        : [];
    return [...items, ...lines, ...contradiction];
  });
}

/** Whether another figure was given in the place of a missing one: the tax band for the tax. */
function standsIn(
  file: ApplicationFile,
  claims: ReadonlyMap<string, string | null>,
  key: string,
): boolean {
  const alternative = file.needed.find((need) => need.key === key)?.alternative;
  return alternative ? (claims.get(alternative) ?? null) !== null : false;
}
