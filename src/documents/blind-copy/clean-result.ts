/** Why no copy without identifying metadata can be made of a file. */
export const BLIND_PROBLEMS = ['encrypted', 'office', 'parts', 'tooLarge', 'unreadable'] as const;
export type BlindProblem = (typeof BLIND_PROBLEMS)[number];

export type CleanFile =
  | { readonly content: Buffer; readonly problem: null }
  | { readonly content: null; readonly problem: BlindProblem };

export function withheld(problem: BlindProblem): CleanFile {
  return { content: null, problem };
}
