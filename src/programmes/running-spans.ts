import { Injectable } from '@nestjs/common';
import type { RunningSpan } from '../rules/calendar/moved-spans.js';

/** @param today terms that ended before it do not run any more */
export type SpanSource = (today: string) => Promise<readonly RunningSpan[]>;

/** Every term that runs in working days; the rooms above hand in theirs. */
@Injectable()
export class RunningSpans {
  private readonly sources: SpanSource[] = [];

  supply(source: SpanSource): void {
    this.sources.push(source);
  }

  async all(today: string): Promise<readonly RunningSpan[]> {
    const found = await Promise.all(this.sources.map((source) => source(today)));
    return found.flat();
  }
}
