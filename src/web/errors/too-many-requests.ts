/** Too many tries; the sentence says how many minutes to wait. */
export class TooManyRequests extends Error {
  /** @param first the first refusal of the window, the one that is worth a line in a log */
  constructor(
    readonly minutes: number,
    readonly first = false,
  ) {
    super(`wait ${minutes} minutes`);
    this.name = 'TooManyRequests';
  }
}
