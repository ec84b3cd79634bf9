import type { PageContext } from '../../../web/page-context.js';
import type { ClockReading } from '../board.queries.js';
import { minutesText } from './turn-state.js';

/** The clock as it stands when the page is made; a script lets it go on. */
export interface ClockModel {
  readonly phase: ClockReading['phase'];
  /** What is left, or how much is over. */
  readonly text: string;
  readonly label: string;
  readonly over: boolean;
  readonly spokenMilliseconds: number;
  readonly limitSeconds: number;
}

export function clockModel(reading: ClockReading, { t }: Pick<PageContext, 't'>): ClockModel {
  const { phase, limitSeconds, overtimeSeconds, spokenMilliseconds } = reading;
  const left = limitSeconds - Math.floor(spokenMilliseconds / 1000);
  const over = overtimeSeconds > 0;
  return {
    phase,
    text: minutesText(over ? overtimeSeconds : Math.max(0, left)),
    label: t(over ? 'hall.board.over' : 'hall.board.left'),
    over,
    spokenMilliseconds,
    limitSeconds,
  };
}
