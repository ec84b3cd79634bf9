/** Working days in which an applicant may state its case: A11, and longer on a veto hit (vetoes R6). */
export function statementDays(checks: readonly { readonly result: string }[]): number {
  return checks.some(({ result }) => result === 'Hit') ? 5 : 3;
}
