/** Whether an opinion was written on what the applicant handed in last, corrections included. */
export function isOnNewest(
  reviewedAt: string,
  handedIn: readonly (string | null | undefined)[],
): boolean {
  return handedIn.every((at) => !at || at <= reviewedAt);
}
