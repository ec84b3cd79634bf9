/** Too many tries; the sentence says how many minutes to wait. */
export class TooManyRequests extends Error {
  constructor(readonly minutes: number) {
    super(`wait ${minutes} minutes`);
    this.name = 'TooManyRequests';
  }
}
