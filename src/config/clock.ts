/**
 * The program's only source of the time. Rules take instants as arguments; use cases ask this clock.
 * The demo city's clock can be moved forward so that one person can play a whole award.
 */
export class Clock {
  private offset = 0;

  /** Now as an ISO 8601 instant in UTC with milliseconds (24 characters). */
  now(): string {
    return new Date(this.milliseconds()).toISOString();
  }

  /** Now in milliseconds since 1970. */
  milliseconds(): number {
    return Date.now() + this.offset;
  }

  moveTo(instant: string): void {
    this.offset = Date.parse(instant) - Date.now();
  }

  moveBy(milliseconds: number): void {
    this.offset = milliseconds;
  }

  get offsetMilliseconds(): number {
    return this.offset;
  }
}
