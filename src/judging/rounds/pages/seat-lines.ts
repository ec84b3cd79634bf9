import { beijingDate } from '../../../rules/calendar/beijing-time.js';
import { forecastEnd } from '../../../rules/rounds/forecast-end.js';
import { formatDay } from '../../../text/format.js';
import type { PageContext } from '../../../web/page-context.js';
import { seatLabel } from '../../panel/pages/panel.page.js';
import type { SeatProgress } from '../round-progress.queries.js';

/** How far a seat is: counts and days, no score. */
export interface SeatLine {
  readonly label: string;
  readonly name: string;
  readonly complete: number;
  readonly signed: number;
  readonly total: number;
  readonly voided: number;
  readonly forecast: string;
}

export function seatLines(seats: readonly SeatProgress[], context: PageContext): SeatLine[] {
  return seats.map((seat) => ({
    label: seatLabel(seat, context),
    name: seat.name,
    complete: seat.complete,
    signed: seat.signed,
    total: seat.total,
    voided: seat.voided,
    forecast: seatForecast(seat, context),
  }));
}

function seatForecast(seat: SeatProgress, context: PageContext): string {
  const { t, lang, now } = context;
  if (seat.total > 0 && seat.complete === seat.total) return t('judging.round.seatDone');
  const end = forecastEnd(seat.begunAt, now, seat.complete, seat.total);
  return end ? formatDay(lang, beijingDate(end)) : t('judging.round.seatUnknown');
}
