import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { addDays, beijingDate } from '../rules/calendar/beijing-time.js';
import { type MovedSpan, type RunningSpan, movedSpans } from '../rules/calendar/moved-spans.js';
import { createWorkingDayCalendar } from '../rules/calendar/working-day-calendar.js';
import { programmeIn } from '../rules/lifecycle/programme-groups.js';
import { hashOf } from '../rules/provenance/sha256-hex.js';
import { ProgrammeQueries } from './programme.queries.js';
import { RunningSpans } from './running-spans.js';
import { type TypedYear, readTypedYear } from './typed-year.js';
import { WorkingDays } from './working-days.js';

export interface CalendarPreview {
  readonly moved: readonly MovedSpan[];
  /** Stands for exactly this list. */
  readonly digest: string;
}

/** What a changed year would count otherwise, before it is saved. */
@Injectable()
export class CalendarPreviews {
  constructor(
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly programmes: ProgrammeQueries,
    private readonly spans: RunningSpans,
  ) {
    spans.supply((today) => this.phases(today));
  }

  async of(typed: TypedYear): Promise<CalendarPreview> {
    const read = readTypedYear(typed);
    const years = await this.workingDays.years();
    const others = years.filter(({ year }) => year !== read.year);
    const before = createWorkingDayCalendar(years);
    const after = createWorkingDayCalendar([...others, read]);
    const running = await this.spans.all(beijingDate(this.clock.now()));
    const moved = movedSpans(before, after, running);
    return { moved, digest: hashOf(moved) };
  }

  /** A phase counts its first day; its days are planned, so they are named by the programme. */
  private async phases(today: string): Promise<readonly RunningSpan[]> {
    const running = (await this.programmes.all()).filter(
      ({ state }) => !programmeIn.over.has(state),
    );
    return running.flatMap(({ name, calendar }) =>
      calendar
        .filter(({ to }) => to >= today)
        .map(({ from, to, phase }) => ({
          kind: 'phase' as const,
          title: name,
          phase,
          from: addDays(from, -1),
          lastDay: to,
        })),
    );
  }
}
